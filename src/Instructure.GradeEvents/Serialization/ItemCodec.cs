using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>
/// An event or entity as an object, of which a member says the type, wherever it stands in the object; where entities are asked for, also
/// one that is thinned to its IRI.
/// </summary>
/// <param name="expected">What a message says was expected; the types that can stand here take the place of "{0}".</param>
/// <param name="thinned">The shape of what stands for an entity of which only the IRI is given; null where there has to be an object.</param>
/// <param name="readUnknown">Reads an object of a type that has no record; null where there can be none.</param>
internal sealed class ItemCodec<T>(string expected, Func<IShape<T>>? thinned = null, ItemCodec<T>.UnknownReader? readUnknown = null) : Codec<T>
    where T : class
{
    /// <summary>Where an application can stand, Canvas may give the name of its host.</summary>
    private static readonly Codec<Iri> s_idCodec = typeof(T).IsAssignableFrom(typeof(SoftwareApplication)) ? Codecs.ApplicationId : Codecs.Iri;

    private IShape<T>[]? _shapes;
    private string? _types;

    internal delegate T UnknownReader(ref EventReader json, string type);

    internal override string Expected => expected.Replace("{0}", Types);

    private IShape<T>[] Shapes => _shapes ??= ItemTypes.ShapesOf<T>().ToArray();

    private string Types => _types ??= string.Join(", ", Shapes.Select(static shape => shape.Name).OrderBy(static name => name, StringComparer.Ordinal));

    internal override T Read(ref EventReader json)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            return ReadObject(ref json);
        }

        if (thinned is null || json.TokenType != JsonTokenType.String)
        {
            throw json.Unexpected(Expected);
        }

        var value = thinned().Create();
        ((Entity)(object)value).SetThinned(s_idCodec.Read(ref json));
        return value;
    }

    internal override void Write(Utf8JsonWriter writer, T value) => ((PayloadObject)(object)value).WriteTo(writer);

    private T ReadObject(ref EventReader json)
    {
        if (Shapes.Length == 1 && readUnknown is null)
        {
            return Shapes[0].Read(ref json); // there is no need to look for the type first
        }

        var type = json.PeekType();
        var modelled = ItemTypes.Find(type);
        if (modelled is IShape<T> shape)
        {
            return shape.Read(ref json);
        }

        return modelled is null && readUnknown is not null
            ? readUnknown(ref json, TextOf(json, type))
            : throw json.Unexpected(type, "one of the types " + Types);
    }

    private static string TextOf(in EventReader json, in Utf8JsonReader type)
    {
        try
        {
            return type.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw json.Unexpected(type, "the name of a type");
        }
    }
}
