using System.Text.Json.Serialization;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents.Caliper;

/// <summary>What the data of a Caliper envelope has in it: a <see cref="CaliperEvent"/> or an <see cref="Entity"/>.</summary>
/// <remarks>Source: Caliper 1.1, section 5.2 (Envelope).</remarks>
[JsonConverter(typeof(PayloadJsonConverterFactory))]
public abstract record CaliperItem : PayloadObject
{
    private string? _type;

    private protected CaliperItem(string type) => _type = type;

    /// <summary>The Caliper term for what it is: <c>GradeEvent</c>, <c>Person</c>, <c>Document</c>.</summary>
    /// <remarks>
    /// Of a thinned entity, the type that its place asks for: <c>Agent</c>, <c>Attempt</c>, or <c>Entity</c> where any entity can
    /// stand. Source: Caliper 1.1, appendices B and C (Event, Entity).
    /// </remarks>
    public string Type => _type!;

    /// <summary>The member "type" for the table of a shape.</summary>
    private protected static RecordMember TypeMember(TypeCodec codec) => RecordMember.Required("type", codec, static (CaliperItem i) => ref i._type);
}
