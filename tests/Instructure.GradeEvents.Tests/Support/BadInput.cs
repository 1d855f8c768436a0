using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.Caliper;

namespace Instructure.GradeEvents.Tests.Support;

/// <summary>Reads what can't be read, and looks at the exception.</summary>
internal static class BadInput
{
    /// <summary>A payload reads through the serializer, an entity through System.Text.Json with its options.</summary>
    public static object? Read(string root, string json)
        => Facts.Roots.Contains(root)
            ? GradeEventSerializer.Deserialize(json)
            : JsonSerializer.Deserialize(json, typeof(Entity).Assembly.GetType("Instructure.GradeEvents.Caliper." + root, throwOnError: true)!, GradeEventSerializer.Options);

    public static void Fails(string root, string json, string message)
    {
        if (Facts.Roots.Contains(root))
        {
            Fails(json, message);
            return;
        }

        Action read = () => Read(root, json);
        read.Should().Throw<JsonException>("{0} is wrong in {1}", message, json).Which.Message.Should().Contain(message);
    }

    public static JsonException Fails(string json, string message)
    {
        var exception = Fails(Encoding.UTF8.GetBytes(json), message);
        GradeEventSerializer.TryDeserialize(json, out var liveEvent, out var error).Should().BeFalse();
        (liveEvent, error?.Message).Should().Be((null, exception.Message));
        return exception;
    }

    public static JsonException Fails(ReadOnlySpan<byte> utf8Json, string message)
    {
        GradeEventSerializer.TryDeserialize(utf8Json, out var liveEvent, out var error).Should().BeFalse("{0} is wrong in {1}", message, Encoding.UTF8.GetString(utf8Json));
        liveEvent.Should().BeNull();
        try
        {
            GradeEventSerializer.Deserialize(utf8Json);
        }
        catch (JsonException exception)
        {
            exception.Message.Should().Be(error!.Message).And.Contain("expected");
            exception.Message.Contains(message, StringComparison.Ordinal).Should().BeTrue("{0} says {1}", exception.Message, message);
            exception.Path.Should().NotBeNull();
            error.Message.Should().StartWith(exception.Path);
            (error.Path, error.LineNumber, error.BytePositionInLine).Should().Be((exception.Path, exception.LineNumber, exception.BytePositionInLine));
            return exception;
        }

        throw new InvalidOperationException("Deserialize and TryDeserialize do not agree.");
    }
}
