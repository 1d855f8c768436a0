using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Instructure.GradeEvents.Documents;

/// <summary>The names of one object that has many: a hash table of their places in the text.</summary>
/// <remarks>The hash is SipHash-1-3 with a key of the process, so that nobody can send names that collide.</remarks>
internal sealed class NameIndex
{
    private static readonly (ulong First, ulong Second) s_key = MakeKey();

    /// <summary>Where each name begins; 0 where there is none.</summary>
    private int[] _offsets = new int[64];

    /// <summary>Some bits of the hash of each name, so that hardly any other is compared with it.</summary>
    private byte[] _tags = new byte[64];
    private int _count;

    /// <summary>Adds a name.</summary>
    /// <returns>Whether it is there for the first time.</returns>
    internal bool TryAdd(ReadOnlySpan<byte> utf8, TextSlice name)
    {
        if (4L * _count >= 3L * _offsets.Length)
        {
            Grow(utf8);
        }

        var hash = HashOf(utf8, name);
        var tag = (byte)(hash >> 56);
        var slot = (int)hash & (_offsets.Length - 1);
        for (; _offsets[slot] != 0; slot = (slot + 1) & (_offsets.Length - 1))
        {
            if (_tags[slot] == tag && TextSlice.AreSame(utf8, TextSlice.At(utf8, _offsets[slot]), name))
            {
                return false;
            }
        }

        (_offsets[slot], _tags[slot]) = (name.Offset, tag);
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

    private static ulong HashOf(ReadOnlySpan<byte> utf8, TextSlice name)
    {
        if (!name.IsEscaped)
        {
            return Hash(name.Raw(utf8));
        }

        var buffer = ArrayPool<byte>.Shared.Rent(name.Length);
        Utf8.TryUnescape(name.Raw(utf8), buffer, out var length);
        var hash = Hash(buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    private void Grow(ReadOnlySpan<byte> utf8)
    {
        var old = _offsets;
        (_offsets, _tags) = (new int[2 * old.Length], new byte[2 * old.Length]);
        foreach (var offset in old)
        {
            if (offset != 0)
            {
                var hash = HashOf(utf8, TextSlice.At(utf8, offset));
                var slot = (int)hash & (_offsets.Length - 1);
                while (_offsets[slot] != 0)
                {
                    slot = (slot + 1) & (_offsets.Length - 1);
                }

                (_offsets[slot], _tags[slot]) = (offset, (byte)(hash >> 56));
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
