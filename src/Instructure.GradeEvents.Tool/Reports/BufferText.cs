using System.Buffers;
using System.Text;

namespace Instructure.GradeEvents.Tool.Reports;

/// <summary>Text into buffers of UTF-8.</summary>
internal static class BufferText
{
    internal static void Append(this IBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
