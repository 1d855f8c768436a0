using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Checks;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>What a pass over a document needs and the next one can have again. Each thread has its own.</summary>
internal sealed class PassBuffers
{
    [ThreadStatic]
    private static PassBuffers? s_free;

    private byte[] _unescaped = new byte[256];

    private PassBuffers()
    {
    }

    internal DocumentPath Path { get; } = new(PayloadPass.MaxDepth + 1);

    internal ObjectNames Names { get; private set; } = new();

    /// <summary>What stands at the places of an event, or of the document.</summary>
    internal TextSlice[] Kept { get; } = new TextSlice[Places.Count];

    /// <summary>A text that a pattern is tried on.</summary>
    internal char[] Chars { get; } = new char[256];

    internal static PassBuffers Rent()
    {
        var buffers = s_free ?? new();
        s_free = null;
        return buffers;
    }

    /// <summary>Forgets what another pass left.</summary>
    internal void Clear()
    {
        Path.Depth = 0;
        Names.Count = 0;
        Array.Clear(Kept, 0, Kept.Length);
    }

    /// <summary>A name without its escapes, until the next one.</summary>
    internal ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> written)
    {
        if (_unescaped.Length < written.Length)
        {
            _unescaped = new byte[2 * written.Length];
        }

        Utf8.TryUnescape(written, _unescaped, out var length);
        return _unescaped.AsSpan(0, length);
    }

    /// <summary>Keeps the buffers for the next pass of this thread. Those that have grown large are replaced.</summary>
    internal void Return()
    {
        if (_unescaped.Length > Chars.Length)
        {
            _unescaped = new byte[Chars.Length];
        }

        if (Names.IsLarge)
        {
            Names = new();
        }

        s_free = this;
    }
}
