using Instructure.GradeEvents.Validation.Checks;
using Instructure.GradeEvents.Validation.Documents;

namespace Instructure.GradeEvents.Validation;

/// <summary>Tells whether a payload is a grade event as the documents of Canvas and Caliper say, and what is wrong with it.</summary>
/// <remarks>
/// <para>A payload is a Caliper envelope, a Caliper event without one, or an event in the Canvas format; which one is told from its
/// members, in any order. What is valid always reads: through <see cref="GradeEventSerializer"/>, and a Caliper event without envelope through
/// <c>JsonSerializer.Deserialize&lt;CaliperEvent&gt;</c> with its options (which takes no byte order mark). More reads than is valid.</para>
/// <para>Bad input gives a report, never an exception. Thread-safe: one validator will do for a program.</para>
/// <para>The JSON is RFC 8259, in UTF-8, with or without a byte order mark, of 64 levels and 32 MB at most.</para>
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
    /// <param name="options">How it judges.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public GradeEventValidator(GradeEventValidatorOptions options) => _options = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The validator with the default options: warnings are warnings, and consistency is checked.</summary>
    public static GradeEventValidator Default { get; } = new(new());

    /// <summary>Validates a payload.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <returns>What was found.</returns>
    public ValidationReport Validate(ReadOnlySpan<byte> utf8Json) => PayloadCheck.Run(utf8Json, _options);

    /// <summary>Validates a payload.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public ValidationReport Validate(string json)
    {
        _ = json ?? throw new ArgumentNullException(nameof(json));
        return json.Length > PayloadCheck.MaxBytes ? PayloadCheck.TooLarge(_options) : Validate(Utf8.Encode(json));
    }

    /// <summary>Validates a payload, which is read to its end, or until it is too large.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <returns>What was found.</returns>
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

    /// <summary>Validates a payload, which is read to its end, or until it is too large.</summary>
    /// <param name="utf8Json">The JSON in UTF-8.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="utf8Json"/> is null.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
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
