using System.Text.Json;
using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>A session that began with an LTI launch.</summary>
/// <remarks>Source: Caliper 1.1, appendix C (LtiSession).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public sealed partial record LtiSession : Session
{
    /// <summary>Makes an LtiSession for you to fill.</summary>
    public LtiSession()
        : base("LtiSession")
    {
    }

    [Member("messageParameters")]
    private JsonMembers? _messageParameters;

    /// <summary>The parameters of the LTI launch.</summary>
    /// <remarks>Any JSON object. Canvas does not send it. Source: Caliper 1.1, appendix C (LtiSession).</remarks>
    public IReadOnlyDictionary<string, JsonElement>? MessageParameters
    {
        get => _messageParameters;
        init => _messageParameters = value is null ? null : JsonMembers.From(value, nameof(value));
    }
}
