using System.Text;

namespace Instructure.GradeEvents.Tool.Output;

/// <summary>Where a command writes: results to standard output, everything about them to standard error.</summary>
internal sealed class Terminal
{
    private const int DefaultWidth = 120;
    private const int LeastWidth = 40;

    private readonly Stream? _out = OutputStream.Open();
    private Stream? _error;

    private Stream Out => _out ?? throw new IOException("it is closed.");

    internal static bool IsOutTerminal => !Console.IsOutputRedirected;

    internal static bool IsErrorTerminal => !Console.IsErrorRedirected;

    /// <summary>Whether there are colours: only where somebody sees them, and if they want (https://no-color.org).</summary>
    internal static bool HasColour => IsOutTerminal && IsColourWanted;

    internal static bool IsColourWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsDumb;

    /// <summary>Whether the terminal can only show text, one line after the other.</summary>
    internal static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>The columns of the terminal, as far as they are known.</summary>
    internal static int Width => Math.Max(LeastWidth, MeasureWidth());

    /// <summary>Says something that is not a result: a sentence on standard error.</summary>
    internal void Say(string sentence)
    {
        _error ??= StandardHandle.IsOpen(StandardHandle.Error) ? Console.OpenStandardError() : Stream.Null;
        try
        {
            _error.Write(Encoding.UTF8.GetBytes("grade-events: " + LogText.Of(sentence) + "\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nobody listens.
        }
    }

    /// <summary>Writes a part of the result.</summary>
    /// <exception cref="OutputException">It can't be written.</exception>
    internal void Write(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Out.Write(utf8);
        }
        catch (Exception error) when (OutputException.Is(error))
        {
            throw new OutputException(error);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    internal void Write(Spool spool)
    {
        try
        {
            spool.CopyTo(Out);
        }
        catch (Exception error) when (OutputException.Is(error))
        {
            throw new OutputException(error);
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    internal void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    private static int MeasureWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), System.Globalization.CultureInfo.InvariantCulture, out var columns) && columns > 0)
        {
            return columns;
        }

        try
        {
            return IsOutTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
