using System.Buffers.Binary;
using System.Text;

namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>Finds a name in UTF-8 among a few known ones.</summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;

    /// <summary>A number for each name. Names can share one, so a name that is found by it is compared.</summary>
    private readonly ulong[] _keys;

    internal NameTable(params string[] names)
    {
        _names = new byte[names.Length][];
        _keys = new ulong[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            _keys[i] = KeyOf(_names[i]);
        }
    }

    internal int Count => _names.Length;

    internal ReadOnlySpan<byte> this[int index] => _names[index];

    /// <summary>The index of the name; -1 when it is not known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="expected">Which one it is likely to be: senders keep an order.</param>
    internal int Find(ReadOnlySpan<byte> name, int expected = 0)
    {
        if ((uint)expected < (uint)_names.Length && name.SequenceEqual(_names[expected]))
        {
            return expected;
        }

        var key = KeyOf(name);
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == key && name.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(uint))
        {
            var ends = BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name.Slice(name.Length - sizeof(uint))) << 32);
            return ends ^ ((ulong)name.Length << 24);
        }

        ulong key = 0;
        foreach (var b in name)
        {
            key = (key << 8) | b;
        }

        return key;
    }
}
