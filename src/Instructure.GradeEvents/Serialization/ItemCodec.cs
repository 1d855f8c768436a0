using System.Text.Json;
using Instructure.GradeEvents.Caliper;
using Instructure.GradeEvents.Recognition;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// An event or entity as an object, of which a member says the type, wherever it stands in the object; where entities are asked for, also
/// one that is thinned to its IRI.
/// </summary>
/// <param name="expected">What a message says was expected; the types that can stand here take the place of "{0}".</param>
/// <param name="shape">
/// The shape of an entity of which only the IRI is given, and of an object of a type that has no record, if it is open to one. It is asked for late:
/// shapes refer to each other in circles. Null where there can only be an object, of any type.
/// </param>
internal sealed class ItemCodec<T>(string expected, Func<IShape<T>>? shape = null) : Codec<T>
    where T : class
{
    /// <summary>Where an application can stand, Canvas may give the name of its host.</summary>
    private static readonly Codec<Iri> s_idCodec = typeof(T).IsAssignableFrom(typeof(SoftwareApplication)) ? Codecs.ApplicationId : Codecs.Iri;

    private IShape<T>[]? _shapes;
    private string? _types;

    internal override string Expected => expected.Replace("{0}", Types);

    private IShape<T>[] Shapes => _shapes ??= RecordTypes.ItemShapesOf<T>().ToArray();

    private string Types => _types ??= string.Join(", ", Shapes.Select(static shape => shape.Name).OrderBy(static name => name, StringComparer.Ordinal));

    internal override T Read(ref EventReader json)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            return ReadObject(ref json);
        }

        if (shape is null || json.TokenType != JsonTokenType.String)
        {
            throw json.Unexpected(Expected);
        }

        return (T)(object)Entity.CreateThinned((IShape<Entity>)shape(), s_idCodec.Read(ref json));
    }

    internal override void Write(Utf8JsonWriter writer, T value) => ((PayloadObject)(object)value).WriteTo(writer);

    private T ReadObject(ref EventReader json)
    {
        if (Shapes.Length == 1 && shape?.Invoke() is { IsOpen: false } only)
        {
            return only.Read(ref json); // there is no need to look for the type first
        }

        var type = json.PeekType();
        var found = RecordTypes.FindItemShape(type);
        if (found is IShape<T> modelled)
        {
            return modelled.Read(ref json);
        }

        if (found is null && (shape is null || shape().IsOpen))
        {
            return shape is not null ? shape().Read(ref json)
                : typeof(T) == typeof(CaliperEvent) || DocumentRoot.IsEvent(TextOf(json, type)) ? (T)(object)UnknownCaliperEvent.Read(ref json)
                : (T)(object)UnknownEntity.Shape.Read(ref json);
        }

        throw json.Unexpected(type, "one of the types " + Types);
    }

    private static string TextOf(in EventReader json, in Utf8JsonReader type) => RootReading.TextOf(type) ?? throw json.Unexpected(type, "the name of a type");
}
