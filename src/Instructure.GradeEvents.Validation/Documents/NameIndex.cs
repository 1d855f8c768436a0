using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Instructure.GradeEvents.Validation.Documents;

/// <summary>The names of one object that has many: a hash table of their places in the text.</summary>
/// <remarks>The hash is SipHash-1-3 with a key of the process, so that nobody can send names that collide.</remarks>
internal sealed class NameIndex
{
    private static readonly (ulong First, ulong Second) s_key = MakeKey();

    /// <summary>Where each name begins; 0 where there is none.</summary>
    private int[] _offsets = new int[64];
    private int _count;

    /// <summary>Adds a name.</summary>
    /// <returns>Whether it is there for the first time.</returns>
    internal bool TryAdd(ReadOnlySpan<byte> utf8, TextSlice name)
    {
        if (2 * _count >= _offsets.Length)
        {
            var old = _offsets;
            _offsets = new int[2 * old.Length];
            foreach (var offset in old)
            {
                if (offset > 0)
                {
                    _offsets[Find(utf8, TextSlice.At(utf8, offset))] = offset;
                }
            }
        }

        var slot = Find(utf8, name);
        if (_offsets[slot] > 0)
        {
            return false;
        }

        _offsets[slot] = name.Offset;
        _count++;
        return true;
    }

    private static (ulong First, ulong Second) MakeKey()
    {
        var bytes = new byte[2 * sizeof(ulong)];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(sizeof(ulong))));
    }

    /// <summary>Where the name is, or where it would be.</summary>
    private int Find(ReadOnlySpan<byte> utf8, TextSlice name)
    {
        var hash = name.IsEscaped ? Hash(System.Text.Encoding.UTF8.GetBytes(name.ToText(utf8))) : Hash(name.Raw(utf8));
        for (var slot = (int)hash & (_offsets.Length - 1); ; slot = (slot + 1) & (_offsets.Length - 1))
        {
            if (_offsets[slot] == 0 || TextSlice.AreSame(utf8, TextSlice.At(utf8, _offsets[slot]), name))
            {
                return slot;
            }
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var v0 = s_key.First ^ 0x736f6d6570736575;
        var v1 = s_key.Second ^ 0x646f72616e646f6d;
        var v2 = s_key.First ^ 0x6c7967656e657261;
        var v3 = s_key.Second ^ 0x7465646279746573;
        var last = (ulong)name.Length << 56;
        for (; name.Length >= sizeof(ulong); name = name.Slice(sizeof(ulong)))
        {
            Mix(BinaryPrimitives.ReadUInt64LittleEndian(name), ref v0, ref v1, ref v2, ref v3);
        }

        for (var i = 0; i < name.Length; i++)
        {
            last |= (ulong)name[i] << (8 * i);
        }

        Mix(last, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;

        static void Mix(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
        {
            v3 ^= word;
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= word;
        }
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = Rotate(v1, 13) ^ v0;
        v0 = Rotate(v0, 32);
        v2 += v3;
        v3 = Rotate(v3, 16) ^ v2;
        v0 += v3;
        v3 = Rotate(v3, 21) ^ v0;
        v2 += v1;
        v1 = Rotate(v1, 17) ^ v2;
        v2 = Rotate(v2, 32);
    }

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
}
