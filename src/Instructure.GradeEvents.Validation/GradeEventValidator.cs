using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Checks;

namespace Instructure.GradeEvents.Validation;

/// <summary>Validates payloads against the documentation of Canvas and the Caliper standard, and reports what is wrong with them.</summary>
/// <remarks>
/// <para>A payload is a Caliper envelope, a Caliper event without an envelope, or an event in Canvas's own format. The validator detects which one from the
/// members, in any order. Every valid payload can be read by <see cref="GradeEventSerializer"/>, and a Caliper event without an envelope also by
/// <c>JsonSerializer.Deserialize&lt;CaliperEvent&gt;</c> with its options (without a byte order mark). Some invalid payloads can be read, too.</para>
/// <para>Bad input gives a report, never an exception. The validator is thread-safe, so one is enough for a program.</para>
/// <para>A payload must be JSON (RFC 8259) in UTF-8, with or without a byte order mark, with at most 64 levels and 32 MB.</para>
/// </remarks>
/// <example>
/// <code>
/// var report = GradeEventValidator.Default.Validate(utf8Json);
/// foreach (var issue in report.Issues)
/// {
///     Console.WriteLine(issue);
/// }
/// </code>
/// </example>
public sealed class GradeEventValidator
{
    private const int BufferSize = 64 * 1024;

    private readonly GradeEventValidatorOptions _options;

    /// <summary>Makes a validator.</summary>
    /// <param name="options">What counts as a fault.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public GradeEventValidator(GradeEventValidatorOptions options) => _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The validator with the default options: warnings are warnings, and consistency is checked.</summary>
    public static GradeEventValidator Default { get; } = new(new());

    /// <summary>Validates a payload.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <returns>The report.</returns>
    public ValidationReport Validate(ReadOnlySpan<byte> utf8Json) => PayloadCheck.Run(utf8Json, _options);

    /// <summary>Validates a payload.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public ValidationReport Validate(string json)
    {
        _ = json ?? throw new ArgumentNullException(nameof(json));
        return json.Length > PayloadCheck.MaxBytes ? PayloadCheck.TooLarge(_options) : Validate(Utf8.Encode(json));
    }

    /// <summary>Validates a payload from a stream, which is read to its end, or until the payload is too large.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="IOException">The stream could not be read; other exceptions of the stream come through too.</exception>
    public ValidationReport Validate(Stream utf8Json)
    {
        _ = utf8Json ?? throw new ArgumentNullException(nameof(utf8Json));
        using var all = new MemoryStream();
        var buffer = new byte[BufferSize];
        int count;
        while (all.Length <= PayloadCheck.MaxBytes && (count = utf8Json.Read(buffer, 0, buffer.Length)) > 0)
        {
            all.Write(buffer, 0, count);
        }

        return Validate(all.GetBuffer().AsSpan(0, (int)all.Length));
    }

    /// <summary>Validates a payload from a stream, which is read to its end, or until the payload is too large.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    /// <exception cref="IOException">The stream could not be read; other exceptions of the stream come through too.</exception>
    public async ValueTask<ValidationReport> ValidateAsync(Stream utf8Json, CancellationToken cancellationToken = default)
    {
        _ = utf8Json ?? throw new ArgumentNullException(nameof(utf8Json));
        using var all = new MemoryStream();
        var buffer = new byte[BufferSize];
        int count;
#if NET
        while (all.Length <= PayloadCheck.MaxBytes && (count = await utf8Json.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false)) > 0)
#else
        while (all.Length <= PayloadCheck.MaxBytes && (count = await utf8Json.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
#endif
        {
            all.Write(buffer, 0, count);
        }

        return Validate(all.GetBuffer().AsSpan(0, (int)all.Length));
    }
}
