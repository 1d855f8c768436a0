using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Instructure.GradeEvents.Benchmarks;

/// <summary>Newtonsoft.Json as it is used for the plain records.</summary>
internal static class NewtonsoftJson
{
    private static readonly JsonSerializerSettings s_settings = new()
    {
        ContractResolver = new SameNames(),
        NullValueHandling = NullValueHandling.Ignore,
    };

    /// <summary>Reads what has come as UTF-8, which Newtonsoft.Json needs as a string.</summary>
    public static object Deserialize(byte[] utf8Json, Type type) => JsonConvert.DeserializeObject(Encoding.UTF8.GetString(utf8Json), type, s_settings)!;

    public static string Serialize(object value) => JsonConvert.SerializeObject(value, s_settings);

    /// <summary>The names that the attributes of System.Text.Json give.</summary>
    private sealed class SameNames : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.PropertyName = member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.PropertyName;
            return property;
        }
    }
}
