using System.Buffers.Binary;
using System.IO.Compression;

namespace Instructure.GradeEvents.Archives;

/// <summary>The text of an archive: what the stream holds, or what that unpacks to if its first bytes are those of gzip (RFC 1952).</summary>
/// <remarks>
/// The members of gzip are told apart here, not by <see cref="GZipStream"/>, which on .NET Framework stops behind the first of them, and says
/// nothing when data are cut short or a checksum is wrong.
/// </remarks>
internal sealed class ArchiveInput(Stream stream) : IDisposable
{
    private const int BufferSize = 16 * 1024;
    private const int MostToInflater = 8 * 1024;
    private const int LengthOfTrailer = 8;
    private const int LengthOfHeader = 10;
    private const byte Deflate = 8;

    /// <summary>Packed data that have been read: those from <see cref="_at"/> on have not been used.</summary>
    private byte[] _packed = [];
    private int _at;
    private int _length;

    /// <summary>Where what the inflater got last begins: the member ended somewhere in that.</summary>
    private int _lastGiven;

    private Part _part;
    private int _flags;
    private int _extra;
    private DeflateStream? _inflater;
    private uint _checksum;
    private uint _size;
    private bool _isAtEnd;
    private bool _isReadingStream;

    /// <summary>The parts of a gzip archive, in their order.</summary>
    private enum Part
    {
        Start,
        Text,
        Magic,
        Header,
        LengthOfExtra,
        Extra,
        Name,
        Comment,
        ChecksumOfHeader,
        Data,
        Trailer,
        Padding,
        End,
    }

    /// <summary>Whether the gzip data were corrupt or cut short, and the text ended because of that.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>How many bytes of the stream have been read.</summary>
    internal long BytesRead { get; private set; }

    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <summary>Reads text.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="count">How much fits, at least a byte.</param>
    /// <param name="isAsync">Whether it may go on later; otherwise it has been done when this returns.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>How much was read; 0 at the end.</returns>
    internal async ValueTask<int> ReadAsync(byte[] buffer, int offset, int count, bool isAsync, CancellationToken cancellationToken)
    {
        if (_part == Part.Start)
        {
            count = await ReadStreamAsync(buffer, offset, count, isAsync, cancellationToken).ConfigureAwait(false);
            if (count == 0 || buffer[offset] != Magic[0])
            {
                _part = count == 0 ? Part.End : Part.Text;
                return count;
            }

            _packed = new byte[Math.Max(BufferSize, count)];
            Buffer.BlockCopy(buffer, offset, _packed, 0, count);
            (_length, _part) = (count, Part.Magic);
        }

        while (true)
        {
            if (!GoOn())
            {
                await FillAsync(isAsync, cancellationToken).ConfigureAwait(false);
            }
            else if (_part == Part.Data)
            {
                var read = await InflateAsync(buffer, offset, count, isAsync, cancellationToken).ConfigureAwait(false);
                if (read > 0)
                {
                    return read;
                }
            }
            else if (_part == Part.Text && _at == _length)
            {
                return await ReadStreamAsync(buffer, offset, count, isAsync, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                return _part == Part.Text ? Give(buffer.AsSpan(offset, count)) : 0;
            }
        }
    }

    public void Dispose()
    {
        _inflater?.Dispose();
        _inflater = null;
    }

    /// <summary>Inflates data of a member; 0 at their end.</summary>
    private async ValueTask<int> InflateAsync(byte[] buffer, int offset, int count, bool isAsync, CancellationToken cancellationToken)
    {
        // What is inflated together with corrupt data is lost: not much of it at a time.
        count = Math.Min(count, BufferSize);
        var read = 0;
        try
        {
            _inflater ??= new(new PackedStream(this), CompressionMode.Decompress);
#if NET
            read = isAsync ? await _inflater.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false) : ReadNow(_inflater, buffer, offset, count);
#else
            read = isAsync ? await _inflater.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false) : ReadNow(_inflater, buffer, offset, count);
#endif
        }
        catch (InvalidDataException) when (!_isReadingStream)
        {
            Cut();
            return 0;
        }

        if (read > 0)
        {
            _checksum = Crc32.Append(_checksum, buffer.AsSpan(offset, read));
            _size += (uint)read;
            return read;
        }

        Dispose();
        if (_isAtEnd && _lastGiven == _length)
        {
            Cut(); // older inflaters take the end of their stream for that of the data
        }
        else
        {
            _part = Part.Trailer;
        }

        return 0;
    }

    /// <summary>Goes on to what there is to read, as far as the data that are there go.</summary>
    /// <returns>False: more data are needed.</returns>
    private bool GoOn()
    {
        while (true)
        {
            var rest = _packed.AsSpan(_at, _length - _at);
            var isThere = true;
            switch (_part)
            {
                case Part.Magic:
                    isThere = rest.Length >= Magic.Length || _isAtEnd;
                    _part = !isThere ? _part : rest.StartsWith(Magic) ? Part.Header : Part.Text;
                    break;
                case Part.Header:
                    isThere = rest.Length >= LengthOfHeader;
                    if (isThere && rest[2] != Deflate)
                    {
                        return Cut();
                    }

                    _flags = isThere ? rest[3] : 0;
                    Use(isThere, LengthOfHeader, Part.LengthOfExtra);
                    break;
                case Part.LengthOfExtra:
                    isThere = !Has(Flag.Extra) || rest.Length >= sizeof(ushort);
                    _extra = isThere && Has(Flag.Extra) ? BinaryPrimitives.ReadUInt16LittleEndian(rest) : 0;
                    Use(isThere, Has(Flag.Extra) ? sizeof(ushort) : 0, Part.Extra);
                    break;
                case Part.Extra:
                    var skipped = Math.Min(_extra, rest.Length);
                    _extra -= skipped;
                    isThere = _extra == 0;
                    Use(true, skipped, isThere ? Part.Name : _part);
                    break;
                case Part.Name:
                    isThere = SkipText(rest, Flag.Name, Part.Comment);
                    break;
                case Part.Comment:
                    isThere = SkipText(rest, Flag.Comment, Part.ChecksumOfHeader);
                    break;
                case Part.ChecksumOfHeader:
                    isThere = !Has(Flag.Checksum) || rest.Length >= sizeof(ushort);
                    Use(isThere, Has(Flag.Checksum) ? sizeof(ushort) : 0, Part.Data);
                    (_checksum, _size) = (0, 0);
                    break;
                case Part.Trailer:
                    isThere = FindTrailer();
                    break;
                case Part.Padding:
                    isThere = SkipPadding(rest);
                    break;
                default:
                    return true;
            }

            if (!isThere)
            {
                return _isAtEnd && Cut();
            }
        }
    }

    private void Use(bool isThere, int count, Part next)
    {
        if (isThere)
        {
            _at += count;
            _part = next;
        }
    }

    private bool Has(Flag flag) => (_flags & (int)flag) != 0;

    /// <summary>Goes behind a text that ends in a zero.</summary>
    private bool SkipText(ReadOnlySpan<byte> rest, Flag flag, Part next)
    {
        if (!Has(flag))
        {
            _part = next;
            return true;
        }

        var end = rest.IndexOf((byte)0);
        Use(true, end < 0 ? rest.Length : end + 1, end < 0 ? _part : next);
        return end >= 0;
    }

    /// <summary>Finds the trailer, and so the end of the member.</summary>
    /// <remarks>
    /// An inflater doesn't say how much it used of what it got last. But the trailer is known: it is the checksum and the size of what was
    /// unpacked. It stands behind the data, so it is the first place with these bytes.
    /// </remarks>
    private bool FindTrailer()
    {
        Span<byte> trailer = stackalloc byte[LengthOfTrailer];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.Slice(sizeof(uint)), _size);
        var end = Math.Min(_length, _at + LengthOfTrailer);
        var found = _packed.AsSpan(_lastGiven, end - _lastGiven).IndexOf(trailer);
        if (found >= 0)
        {
            _at = _lastGiven + found + LengthOfTrailer;
            _part = Part.Padding;
            return true;
        }

        return end == _at + LengthOfTrailer && Cut();
    }

    private bool SkipPadding(ReadOnlySpan<byte> rest)
    {
        while (rest.Length > 0 && rest[0] == 0)
        {
            rest = rest.Slice(1);
        }

        _at = _length - rest.Length;
        if (rest.IsEmpty && _isAtEnd)
        {
            _part = Part.End;
        }
        else if (rest.StartsWith(Magic))
        {
            _part = Part.Header;
        }
        else if (!Magic.StartsWith(rest))
        {
            return Cut();
        }

        return _part != Part.Padding;
    }

    private bool Cut()
    {
        Dispose();
        (IsCut, _part) = (true, Part.End);
        return true;
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _length - _at);
        _packed.AsSpan(_at, count).CopyTo(buffer);
        _lastGiven = _at;
        _at += count;
        return count;
    }

    private async ValueTask FillAsync(bool isAsync, CancellationToken cancellationToken)
    {
        var kept = _part == Part.Trailer ? _lastGiven : _at;
        Buffer.BlockCopy(_packed, kept, _packed, 0, _length - kept);
        (_at, _length, _lastGiven) = (_at - kept, _length - kept, 0);
        var count = await ReadStreamAsync(_packed, _length, _packed.Length - _length, isAsync, cancellationToken).ConfigureAwait(false);
        _length += count;
        _isAtEnd = count == 0;
    }

    private async ValueTask<int> ReadStreamAsync(byte[] buffer, int offset, int count, bool isAsync, CancellationToken cancellationToken)
    {
        _isReadingStream = true; // until it is done: an exception of the stream is not one of the inflater
#if NET
        var read = isAsync ? await stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false) : ReadNow(stream, buffer, offset, count);
#else
        var read = isAsync ? await stream.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false) : ReadNow(stream, buffer, offset, count);
#endif
        _isReadingStream = false;
        BytesRead += read;
        return read;
    }

    private static int ReadNow(Stream stream, byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

    [Flags]
    private enum Flag
    {
        None = 0,
        Checksum = 2,
        Extra = 4,
        Name = 8,
        Comment = 16,
    }

    /// <summary>Gives the inflater what is packed, not too much at a time, so that the end of the member is soon found in it.</summary>
    private sealed class PackedStream(ArchiveInput input) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (input._at == input._length && !input._isAtEnd)
            {
                input.FillAsync(isAsync: false, CancellationToken.None).AsTask().GetAwaiter().GetResult(); // which has been done
            }

            return Give(buffer.AsSpan(offset, count));
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
            return Give(buffer.AsSpan(offset, count));
        }

#if NET
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
            return Give(buffer.Span);
        }
#endif

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private ValueTask FillAsync(CancellationToken cancellationToken)
            => input._at == input._length && !input._isAtEnd ? input.FillAsync(isAsync: true, cancellationToken) : default;

        private int Give(Span<byte> buffer) => input.Give(buffer.Slice(0, Math.Min(buffer.Length, MostToInflater)));
    }
}
