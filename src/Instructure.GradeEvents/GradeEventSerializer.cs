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

/// <summary>Reads and writes the grade events of Canvas, in both formats: the entry point of this library.</summary>
/// <remarks>
/// <para>The format is detected from the document. Members without a property are kept when an event is read and written, at
/// every level. Events of other kinds are read as <see cref="Canvas.UnknownCanvasEvent"/> or
/// <see cref="Caliper.UnknownCaliperEvent"/>. Values are written as they were read, with four exceptions: times are written in UTC with
/// <c>Z</c>, a score in <c>{"numberStr":"…"}</c> as a number, an id sent as an integer as a string, and an id sent as an empty string as null.</para>
/// <para>Bad input throws a <see cref="JsonException"/>. Its message has the JSON path, what was expected, what was found, and
/// the line and byte, counted from 1; <see cref="JsonException.LineNumber"/> and <see cref="JsonException.BytePositionInLine"/>
/// count from 0. Duplicate members, text after the document, comments, invalid UTF-8 and nesting deeper than 64 are errors; a
/// byte order mark is not. A document that wraps events, such as a message from SQS, is rejected: <see cref="GradeEventUnwrapper"/> takes the events out.</para>
/// <para>All members are thread-safe.</para>
/// </remarks>
public static class GradeEventSerializer
{
    /// <summary>Most events fit into it, and one that lies in one piece of memory reads faster.</summary>
    private const int BufferSize = 16 * 1024;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions s_readerOptions = new() { MaxDepth = EventReader.MaxDepth };

    /// <summary>
    /// Options for using the records with <see cref="JsonSerializer"/> and in ASP.NET Core. They are read-only.
    /// </summary>
    /// <remarks>
    /// Their metadata are source-generated, without reflection. Text is not escaped for HTML. For a web API, insert their
    /// <see cref="JsonSerializerOptions.TypeInfoResolver"/> into the resolver chain of your own options.
    /// </remarks>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads one event.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without a byte order mark.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The document is not well-formed JSON, or not an event in a supported form.</exception>
    /// <example>
    /// <code>
    /// var liveEvent = GradeEventSerializer.Deserialize(message.Body.Span);
    /// </code>
    /// </example>
    public static LiveEvent Deserialize(ReadOnlySpan<byte> utf8Json)
    {
        utf8Json = RootReading.WithoutByteOrderMark(utf8Json);
        var json = new EventReader(new(utf8Json, s_readerOptions)) { Length = utf8Json.Length };
        return Read(ref json, utf8Json);
    }

    /// <summary>Reads one event from a sequence of memory segments, such as the buffer of a pipe.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without a byte order mark.</param>
    /// <returns>The event.</returns>
    /// <exception cref="JsonException">The document is not well-formed JSON, or not an event in a supported form.</exception>
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
            // The error is that of the text in one piece: System.Text.Json words some errors otherwise for a text in pieces, and what is no JSON is recognised by its beginning.
            return Deserialize(utf8Json.ToArray());
        }
    }

    private static ReadOnlySequence<byte> WithoutByteOrderMark(ReadOnlySequence<byte> text)
    {
        var mark = RootReading.ByteOrderMark;
        Span<byte> start = stackalloc byte[mark.Length];
        if (text.Length < start.Length)
        {
            return text;
        }

        text.Slice(0, start.Length).CopyTo(start);
        return start.SequenceEqual(mark) ? text.Slice(start.Length) : text;
    }

    /// <summary>Reads one event.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="JsonException">The document is not well-formed JSON, or not an event in a supported form.</exception>
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

    /// <summary>Reads one event from a stream, which is read to its end.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without a byte order mark. It is left open.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="JsonException">The document is not well-formed JSON, or not an event in a supported form.</exception>
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

    /// <summary>Reads the documents of an archive one by one, such as Firehose output in S3, JSON Lines or a dump of a queue.</summary>
    /// <param name="archive">The documents in UTF-8, in succession, with or without line breaks between and within them. Gzip is detected from the
    /// first bytes. The stream is left open.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>An entry for each document, in order, with the event or the error. An empty or blank stream has no entries.</returns>
    /// <remarks>
    /// <para>A document that is not an event gives an entry with its error, and reading continues. Only one document is held in memory at a time. A document
    /// over 32 MB is an error, and only its first 32 MB are held. Gzip data that expand enormously take time, but no memory.</para>
    /// <list type="bullet">
    /// <item>A well-formed document ends at its last character. The next one may begin on the same line. An array is one document.</item>
    /// <item>If a document began with <c>{</c> in the first column, the next line that begins in the same way ends it, so a truncated line doesn't swallow
    /// the next one. The position of its error is the end of the line before.</item>
    /// <item>After malformed text, reading continues at the next line that begins with neither white space nor <c>}</c> or <c>]</c>. The rest of a
    /// pretty-printed document is thus part of the same error.</item>
    /// <item>Any document may begin with a byte order mark.</item>
    /// <item>The gzip data may have several members, and zeros after the last. If they are corrupt or truncated, the last entry is an error that says so.</item>
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

    /// <summary>Tries to read one event, and returns the error instead of throwing it.</summary>
    /// <param name="utf8Json">The document in UTF-8, with or without a byte order mark.</param>
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
        utf8Json = RootReading.WithoutByteOrderMark(utf8Json);
        var json = new EventReader(new(utf8Json, s_readerOptions), firstLine, firstByte) { Length = utf8Json.Length };
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

    /// <summary>The error of a document that ends before it is complete. Its place is the end of the document.</summary>
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

    /// <summary>Tries to read one event, and returns the error instead of throwing it.</summary>
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

    /// <summary>Writes an event to a string.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <returns>JSON without white space.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="liveEvent"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The JSON could not be read back: an id or an IRI was never set, a name or a text is not allowed, or something is nested
    /// deeper than 64 levels.</exception>
    public static string Serialize(LiveEvent liveEvent) => EventWriter.ToText(liveEvent ?? throw new ArgumentNullException(nameof(liveEvent)));

    /// <summary>Writes an event to a byte array, in UTF-8.</summary>
    /// <param name="liveEvent">The event.</param>
    /// <returns>JSON without white space or byte order mark.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="liveEvent"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The JSON could not be read back: an id or an IRI was never set, a name or a text is not allowed, or something is nested
    /// deeper than 64 levels.</exception>
    public static byte[] SerializeToUtf8Bytes(LiveEvent liveEvent) => EventWriter.ToBytes(liveEvent ?? throw new ArgumentNullException(nameof(liveEvent)));

    /// <summary>Writes an event to a buffer, in UTF-8.</summary>
    /// <param name="destination">The buffer to write to: JSON without white space or byte order mark.</param>
    /// <param name="liveEvent">The event.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The JSON could not be read back: an id or an IRI was never set, a name or a text is not allowed, or something is nested
    /// deeper than 64 levels. Part of the event may have been written.</exception>
    public static void Serialize(IBufferWriter<byte> destination, LiveEvent liveEvent)
    {
        _ = liveEvent ?? throw new ArgumentNullException(nameof(liveEvent));
        using var writer = new Utf8JsonWriter(destination ?? throw new ArgumentNullException(nameof(destination)), EventWriter.Options);
        liveEvent.WriteTo(writer);
    }

    /// <summary>Writes an event to a stream, in UTF-8.</summary>
    /// <param name="destination">The stream to write to: JSON without white space or byte order mark. It is left open. If the event can't be written, nothing is.</param>
    /// <param name="liveEvent">The event.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>A task that completes when the event is written.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The JSON could not be read back: an id or an IRI was never set, a name or a text is not allowed, or something is nested
    /// deeper than 64 levels.</exception>
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

    /// <summary>Encodes a text in UTF-8, in an array of the shared pool. A byte order mark at its beginning is encoded, too: the overloads for spans leave it out.</summary>
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
