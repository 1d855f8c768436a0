using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Instructure.GradeEvents.Archives;
using Instructure.GradeEvents.Recognition;
using Instructure.GradeEvents.Serialization;

namespace Instructure.GradeEvents;

/// <summary>Reads and writes the grade events of Canvas, in both formats. This is the way in.</summary>
/// <remarks>
/// <para>The format is recognised from the document. Members that no record has a property for survive reading and writing, at
/// every level, and events of other kinds come as <see cref="Canvas.UnknownCanvasEvent"/> or
/// <see cref="Caliper.UnknownCaliperEvent"/>. A value comes back as it was, but for the form of a few: times are written in UTC with
/// <c>Z</c>, a score in <c>{"numberStr":"…"}</c> as a number, an id given as an integer as a string, and one given as an empty string as null.</para>
/// <para>Anything wrong is a <see cref="JsonException"/>, whose message names the JSON path, what was expected, what was found, and
/// the line and byte, counted from 1; <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/>
/// count from 0. Members that stand twice, text after the document, comments, invalid UTF-8 and nesting deeper than 64 are wrong; a
/// byte order mark is not. What is only around an event, such as a message of SQS, is refused: <see cref="GradeEventUnwrapper"/> takes the events out.</para>
/// <para>All members are thread-safe.</para>
/// </remarks>
public static class GradeEventSerializer
{
    /// <summary>Most events fit into it, and one that lies in one piece of memory reads faster.</summary>
    private const int BufferSize = 16 * 1024;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = EventReader.MaxDepth };

    /// <summary>
    /// Options with which the records work through <see cref="JsonSerializer"/>, and in ASP.NET Core. They can't be changed.
    /// </summary>
    /// <remarks>
    /// Their metadata are source-generated: nothing is reflected. Text is written as it is, not escaped for HTML. For a web API, insert
    /// <see cref="JsonSerializerOptions.TypeInfoResolver"/> of these into the chain of your own options.
    /// </remarks>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one event.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The document is not well formed, or not an event as it should be.</exception>
    /// <example>
    /// <code>
    /// var liveEvent = GradeEventSerializer.Deserialize(message.Body.Span);
    /// </code>
    /// </example>
    public static LiveEvent Deserialize(ReadOnlySpan<byte> utf8Json)
    {
        utf8Json = WithoutByteOrderMark(utf8Json);
        var json = new EventReader(new(utf8Json, s_readerOptions));
        return Read(ref json, utf8Json);
    }

    /// <summary>Reads one event from memory in several pieces, as a pipe has it.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The document is not well formed, or not an event as it should be.</exception>
    public static LiveEvent Deserialize(ReadOnlySequence<byte> utf8Json)
    {
        if (utf8Json.IsSingleSegment)
        {
            return Deserialize(utf8Json.First.Span);
        }

        var json = new EventReader(new(WithoutByteOrderMark(utf8Json), s_readerOptions));
        try
        {
            return Read(ref json);
        }
        catch (JsonException)
        {
            // The error is that of the text in one piece: System.Text.Json words some by the piece where they are, and what is no JSON is told by its start.
            return Deserialize(utf8Json.ToArray());
        }
    }

    private static ReadOnlySequence<byte> WithoutByteOrderMark(ReadOnlySequence<byte> text)
    {
        Span<byte> start = stackalloc byte[ByteOrderMark.Length];
        if (text.Length < start.Length)
        {
            return text;
        }

        text.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual(ByteOrderMark) ? text.Slice(start.Length) : text;
    }

    /// <summary>Reads one event.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The document is not well formed, or not an event as it should be.</exception>
    public static LiveEvent Deserialize(string json)
    {
        var utf8Json = Rent(json);
        try
        {
            return Deserialize(utf8Json.AsSpan());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8Json.Array!);
        }
    }

    /// <summary>Reads one event from a stream, to its end.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark. It is left open.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="JsonException">The document is not well formed, or not an event as it should be.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static ValueTask<LiveEvent> DeserializeAsync(Stream utf8Json, CancellationToken cancellationToken = default)
    {
        return utf8Json is null ? throw new ArgumentNullException(nameof(utf8Json)) : ReadAsync(utf8Json, cancellationToken);

        static async ValueTask<LiveEvent> ReadAsync(Stream stream, CancellationToken cancellationToken)
        {
            var reader = PipeReader.Create(stream, new(bufferSize: BufferSize, leaveOpen: true));
            try
            {
                while (true)
                {
                    var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    if (result.IsCompleted)
                    {
                        return Deserialize(result.Buffer);
                    }

                    reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                }
            }
            finally
            {
                reader.Complete();
            }
        }
    }

    /// <summary>Reads the documents of an archive one after the other, as they come: what Firehose and others write to S3, a dump of a queue.</summary>
    /// <param name="archive">The documents in UTF-8, one behind the other, with or without line ends between them and in them; packed with gzip or
    /// not, which is told by the first bytes. It is left open.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>An entry for each document, in their order: the event, or what is wrong; none of a stream that is empty or blank.</returns>
    /// <remarks>
    /// <para>A document that is no event is an entry with its error, and reading goes on. No more than one document is held at a time, and of one over 32 MB,
    /// which is an error, no more than that; data that unpack to very much take time, but no memory.</para>
    /// <list type="bullet">
    /// <item>Behind a well-formed document the next one begins, on the same line or a later one. An array is one document.</item>
    /// <item>A line that begins in its first column with <c>{</c>, while a document is open that began so, ends that one: its error is where the line
    /// before ended. A broken line doesn't swallow the next.</item>
    /// <item>Behind malformed text reading goes on with the next line that begins with neither white space nor <c>}</c> or <c>]</c>: the rest of a
    /// pretty-printed document belongs to its error.</item>
    /// <item>A byte order mark may stand before any document.</item>
    /// <item>Gzip may have several members, and zeros behind them. When it is corrupt or cut short, the last entry says so.</item>
    /// </list>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="archive"/> is null.</exception>
    /// <exception cref="IOException">The stream could not be read; other exceptions of the stream come through too.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    /// <example>
    /// <code>
    /// await foreach (var entry in GradeEventSerializer.ReadArchiveAsync(archive))
    /// {
    ///     Console.WriteLine($"line {entry.Line}: {entry.Event?.ToString() ?? entry.Error!.Message}");
    /// }
    /// </code>
    /// </example>
    public static IAsyncEnumerable<ArchiveEntry> ReadArchiveAsync(Stream archive, CancellationToken cancellationToken = default)
        => ArchiveEntries.ReadAsync(archive ?? throw new ArgumentNullException(nameof(archive)), cancellationToken);

    /// <summary>Reads one event, if it is one.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without byte order mark.</param>
    /// <param name="liveEvent">The event, or null.</param>
    /// <param name="error">What is wrong: the exception that <see cref="Deserialize(ReadOnlySpan{byte})"/> throws; or null.</param>
    /// <returns>Whether there is an event.</returns>
    public static bool TryDeserialize(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out LiveEvent? liveEvent, [NotNullWhen(false)] out JsonException? error)
        => TryDeserialize(utf8Json, firstLine: 0, firstByte: 0, out liveEvent, out error);

    /// <param name="utf8Json">The document.</param>
    /// <param name="firstLine">The line of the archive, from 0, at which it begins.</param>
    /// <param name="firstByte">The place in that line, in bytes from 0.</param>
    /// <param name="liveEvent">The event, or null.</param>
    /// <param name="error">What is wrong, with its place in the archive; or null.</param>
    internal static bool TryDeserialize(ReadOnlySpan<byte> utf8Json, long firstLine, long firstByte, [NotNullWhen(true)] out LiveEvent? liveEvent, [NotNullWhen(false)] out JsonException? error)
    {
        utf8Json = WithoutByteOrderMark(utf8Json);
        var json = new EventReader(new(utf8Json, s_readerOptions), firstLine, firstByte);
        try
        {
            liveEvent = Read(ref json);
            error = null;
            return true;
        }
        catch (JsonException exception)
        {
            liveEvent = null;
            error = exception.Path is null ? json.WithPath(exception, Hint(utf8Json)) : exception;
            return false;
        }
    }

    /// <summary>The error of a document that ends before it is whole, at its end.</summary>
    /// <param name="utf8Json">The document.</param>
    /// <param name="firstLine">The line of the archive, from 0, at which it begins.</param>
    /// <param name="firstByte">The place in that line, in bytes from 0.</param>
    internal static JsonException ErrorOfUnfinished(ReadOnlySpan<byte> utf8Json, long firstLine, long firstByte)
    {
        var json = new EventReader(new(utf8Json, s_readerOptions), firstLine, firstByte);
        var line = 0;
        while (utf8Json.IndexOf((byte)'\n') is >= 0 and var length)
        {
            utf8Json = utf8Json.Slice(length + 1);
            line++;
        }

        return json.WithPath(new("the document ends before all that it opens is closed", path: null, line, utf8Json.Length));
    }

    /// <summary>Reads one event, if it is one.</summary>
    /// <param name="json">The document.</param>
    /// <param name="liveEvent">The event, or null.</param>
    /// <param name="error">What is wrong: the exception that <see cref="Deserialize(string)"/> throws; or null.</param>
    /// <returns>Whether there is an event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static bool TryDeserialize(string json, [NotNullWhen(true)] out LiveEvent? liveEvent, [NotNullWhen(false)] out JsonException? error)
    {
        var utf8Json = Rent(json);
        try
        {
            return TryDeserialize(utf8Json.AsSpan(), out liveEvent, out error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8Json.Array!);
        }
    }

    /// <summary>Writes an event.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <returns>JSON without white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="liveEvent"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The event could not be read back: an IRI was never set, a name or text is not as it must
    /// be.</exception>
    public static string Serialize(LiveEvent liveEvent) => EventWriter.ToText(liveEvent ?? throw new ArgumentNullException(nameof(liveEvent)));

    /// <summary>Writes an event in UTF-8.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <returns>JSON without white space or byte order mark.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="liveEvent"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The event could not be read back: an IRI was never set, a name or text is not as it must
    /// be, something is nested deeper than 64.</exception>
    public static byte[] SerializeToUtf8Bytes(LiveEvent liveEvent) => EventWriter.ToBytes(liveEvent ?? throw new ArgumentNullException(nameof(liveEvent)));

    /// <summary>Writes an event in UTF-8.</summary>
    /// <param name="destination">Where to: JSON without white space or byte order mark.</param>
    /// <param name="liveEvent">The event.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The event could not be read back: an IRI was never set, a name or text is not as it must
    /// be, something is nested deeper than 64. Part of it may have been written.</exception>
    public static void Serialize(IBufferWriter<byte> destination, LiveEvent liveEvent)
    {
        _ = liveEvent ?? throw new ArgumentNullException(nameof(liveEvent));
        using var writer = new Utf8JsonWriter(destination ?? throw new ArgumentNullException(nameof(destination)), EventWriter.Options);
        liveEvent.WriteTo(writer);
    }

    /// <summary>Writes an event in UTF-8 to a stream.</summary>
    /// <param name="destination">Where to: JSON without white space or byte order mark. It is left open, and nothing is written when there is an exception of the event.</param>
    /// <param name="liveEvent">The event.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The writing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The event could not be read back: an IRI was never set, a name or text is not as it must
    /// be, something is nested deeper than 64.</exception>
    /// <exception cref="OperationCanceledException">Writing was stopped.</exception>
    public static Task SerializeAsync(Stream destination, LiveEvent liveEvent, CancellationToken cancellationToken = default)
    {
        _ = destination ?? throw new ArgumentNullException(nameof(destination));
        var utf8Json = SerializeToUtf8Bytes(liveEvent);
        return destination.WriteAsync(utf8Json, 0, utf8Json.Length, cancellationToken);
    }

    private static LiveEvent Read(ref EventReader json, ReadOnlySpan<byte> start)
    {
        try
        {
            return Read(ref json);
        }
        catch (JsonException error) when (error.Path is null)
        {
            throw json.WithPath(error, Hint(start));
        }
    }

    private static LiveEvent Read(ref EventReader json)
    {
        json.Read();
        var result = LiveEventCodec.Instance.Read(ref json);
        json.Read(); // there is nothing more, or it throws
        return result;
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text)
        => text.StartsWith(ByteOrderMark) ? text.Slice(ByteOrderMark.Length) : text;

    /// <summary>What the document is, if it is no JSON.</summary>
    private static string? Hint(ReadOnlySpan<byte> start) => NoJson.Describe(start) is { } found ? "; this is " + found : null;

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            AllowDuplicateProperties = false,
            Converters = { new PayloadJsonConverterFactory() },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // "unsafe" only inside of HTML, where JSON as such doesn't belong
            MaxDepth = EventReader.MaxDepth,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(PayloadJsonConverterFactory.Resolver, GradeEventJsonContext.Default),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A text in UTF-8, in an array of the shared pool. Its byte order mark is a character here, which the span overloads know in its UTF-8 form.</summary>
    private static ArraySegment<byte> Rent(string json)
    {
        _ = json ?? throw new ArgumentNullException(nameof(json));
        var utf8Json = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        return new(utf8Json, 0, Encode(json, utf8Json));
    }

    private static int Encode(string json, byte[] utf8Json)
    {
        try
        {
            return s_strictUtf8.GetBytes(json, 0, json.Length, utf8Json, 0);
        }
        catch (EncoderFallbackException)
        {
            // Half of a surrogate pair: made a byte that no UTF-8 has, so that reading finds it and says where.
            var length = 0;
            for (var i = 0; i < json.Length; i++)
            {
                if (i + 1 < json.Length && char.IsSurrogatePair(json[i], json[i + 1]))
                {
                    length += Encoding.UTF8.GetBytes(json, i++, 2, utf8Json, length);
                }
                else if (char.IsSurrogate(json[i]))
                {
                    utf8Json[length++] = 0xFF;
                }
                else
                {
                    length += Encoding.UTF8.GetBytes(json, i, 1, utf8Json, length);
                }
            }

            return length;
        }
    }
}
