using System.Buffers.Binary;

namespace Instructure.GradeEvents.Archives;

/// <summary>The checksum of gzip (RFC 1952), eight bytes at a time.</summary>
internal static class Crc32
{
    private const int Bytes = 256;
    private const uint Polynomial = 0xEDB88320;

    /// <summary>What a byte does to the sum, followed by none to seven others.</summary>
    private static readonly uint[] s_table = CreateTable();

    /// <summary>The sum of what came before and these bytes.</summary>
    /// <param name="sum">The sum of what came before; 0 of nothing.</param>
    /// <param name="bytes">The bytes.</param>
    internal static uint Append(uint sum, ReadOnlySpan<byte> bytes)
    {
        var table = s_table;
        var crc = ~sum;
        while (bytes.Length >= sizeof(ulong))
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(sizeof(uint)));
            crc = table[(7 * Bytes) + (byte)low] ^ table[(6 * Bytes) + (byte)(low >> 8)] ^ table[(5 * Bytes) + (byte)(low >> 16)] ^ table[(4 * Bytes) + (low >> 24)]
                ^ table[(3 * Bytes) + (byte)high] ^ table[(2 * Bytes) + (byte)(high >> 8)] ^ table[Bytes + (byte)(high >> 16)] ^ table[high >> 24];
            bytes = bytes.Slice(sizeof(ulong));
        }

        foreach (var c in bytes)
        {
            crc = table[(byte)(crc ^ c)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[8 * Bytes];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = i < Bytes ? (uint)i : table[i - Bytes];
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
