using System.Text.Json;

namespace Instructure.GradeEvents.Serialization;

/// <summary>One type of those that a codec gives, for who asks for just that.</summary>
internal sealed class DerivedCodec<T, TBase>(Codec<TBase> codec) : Codec<T>
    where T : class, TBase
    where TBase : class
{
    internal override string Expected => "a " + typeof(T).Name;

    internal override T Read(ref EventReader json)
    {
        var start = json.Reader;
        return codec.Read(ref json) is { } value && value is T derived
            ? derived
            : throw json.Error(start, $"expected {Expected}, found another event");
    }

    internal override void Write(Utf8JsonWriter writer, T value) => codec.Write(writer, value);
}
