using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Serialization;

/// <summary>An event or entity of which the document says the type, in a member that may come anywhere in the object.</summary>
internal abstract class ItemCodec<T> : Codec<T>
    where T : CaliperItem
{
    private IShape<T>[]? _shapes;
    private string? _terms;

    /// <summary>Whether a type that we don't model can stand here.</summary>
    private protected abstract bool TakesUnknown { get; }

    /// <summary>Reads an item of a type that we don't model.</summary>
    private protected abstract T ReadUnknown(ref EventReader json, string term);

    /// <summary>The terms that can stand here, as a message lists them.</summary>
    private protected string Terms => _terms ??= string.Join(", ", ItemTypes.ShapesOf<T>().Select(static shape => shape.Name).OrderBy(static term => term, StringComparer.Ordinal));

    private protected T ReadObject(ref EventReader json)
    {
        var shapes = _shapes ??= ItemTypes.ShapesOf<T>().ToArray();
        if (shapes.Length == 1 && !TakesUnknown)
        {
            return shapes[0].Read(ref json); // no need to look ahead
        }

        var type = json.PeekType();
        var modelled = ItemTypes.Find(type);
        if (modelled is IShape<T> shape)
        {
            return shape.Read(ref json);
        }

        return modelled is null && TakesUnknown
            ? ReadUnknown(ref json, Term(json, type))
            : throw json.Unexpected(type, "one of the types " + Terms);
    }

    internal override void Write(Utf8JsonWriter writer, T value) => value.WriteTo(writer);

    private static string Term(in EventReader json, in Utf8JsonReader type)
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
