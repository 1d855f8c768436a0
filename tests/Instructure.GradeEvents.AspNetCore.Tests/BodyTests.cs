using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Tests.Support;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>Bodies that are no event, or don't come as they should.</summary>
public sealed class BodyTests : IAsyncLifetime
{
    private static readonly byte[] s_event = Repository.Sample("grade-change-by-teacher.json");

    private Receiver _receiver = null!;

    public static TheoryData<string, byte[]> NoEvents => new()
    {
        { "empty", [] },
        { "blanks", "  \n"u8.ToArray() },
        { "cut JSON", s_event[..^10] },
        { "invalid UTF-8", [.. s_event[..40], 0xFF, .. s_event[40..]] },
        { "UTF-16", Encoding.Unicode.GetBytes(Repository.SampleText("grade-change-by-teacher.json")) },
        { "event in a string", JsonSerializer.SerializeToUtf8Bytes(Repository.SampleText("grade-change-by-teacher.json")) },
        { "array", [(byte)'[', .. s_event, (byte)']'] },
        { "two events", [.. s_event, .. s_event] },
        { "no event", "{\"hello\":\"world\"}"u8.ToArray() },
        { "near miss", Encoding.UTF8.GetBytes(Repository.SampleText("grade-change-by-teacher.json").Replace("\"grade_change\"", "\"grade_chang\"", StringComparison.Ordinal)) },
        { "HTML", "<html></html>"u8.ToArray() },
        { "form", "payload=%7B%7D"u8.ToArray() },
        { "deep", Encoding.ASCII.GetBytes(new string('[', 100_000)) },
    };

    [Theory]
    [MemberData(nameof(NoEvents))]
    public async Task What_is_no_event_is_400_with_an_issue(string name, byte[] body)
    {
        var answer = await _receiver.PostAsync(body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest, "of {0}", name);
        JsonDocument.Parse(answer.Body).RootElement.GetProperty("issues").GetArrayLength().Should().BePositive();
        await GoesOnAsync();
    }

    [Fact]
    public async Task Gzip_is_no_event()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(s_event);
        }

        var answer = await _receiver.PostAsync(packed.ToArray(), "application/json", "gzip");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Body.Should().Contain("gzip");
        await GoesOnAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_with_and_without_a_length(bool hasLength)
    {
        var large = new byte[1024 * 1024 + 1];
        Array.Fill(large, (byte)' ');
        using HttpContent content = hasLength ? new ByteArrayContent(large) : new StreamContent(new NoLengthStream(large));

        (await _receiver.PostAsync(content)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

        _receiver.Recorder.Calls.Should().BeEmpty();
        await GoesOnAsync();
    }

    [Fact]
    public async Task A_body_at_the_limit_is_taken()
    {
        var padded = new byte[1024 * 1024];
        Array.Fill(padded, (byte)' ');
        s_event.CopyTo(padded, 0);

        (await _receiver.PostAsync(padded)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_body_may_come_in_pieces()
    {
        using var content = new StreamContent(new NoLengthStream(s_event, piece: 7));

        (await _receiver.PostAsync(content)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_body_that_is_cut_off_is_handed_to_nobody()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_receiver.Address.Host, _receiver.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /canvas/events HTTP/1.1\r\nHost: x\r\nContent-Length: {s_event.Length}\r\n\r\n"));
            await client.GetStream().WriteAsync(s_event.AsMemory(0, 100));
        }

        await GoesOnAsync();
        _receiver.Recorder.Calls.Should().Equal("delivery", "graded", "second");
    }

    [Fact]
    public async Task A_body_that_stops_coming_is_not_waited_for()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_receiver.Address.Host, _receiver.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /canvas/events HTTP/1.1\r\nHost: x\r\nContent-Length: {s_event.Length}\r\n\r\n"));
        await client.GetStream().WriteAsync(s_event.AsMemory(0, 100));

        // The server asks for 240 bytes a second, after five seconds.
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        (await reader.ReadLineAsync()).Should().StartWith("HTTP/1.1 408 ");

        _receiver.Recorder.Calls.Should().BeEmpty();
        await GoesOnAsync();
    }

    [Fact]
    public async Task Only_POST_is_mapped() => (await _receiver.GetAsync("/canvas/events")).Should().Be(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task A_signed_body_is_checked_also_where_signatures_are_not_required()
    {
        using var key = new SigningKey("2026-11");
        using var other = new SigningKey("2026-11");
        await using var receiver = await Receiver.StartAsync(options =>
        {
            options.RequireSignature = false;
            options.SigningKeys.Add(key.Public);
        });

        (await receiver.PostAsync(key.Sign(s_event))).Status.Should().Be(HttpStatusCode.NoContent);
        (await receiver.PostAsync(other.Sign(s_event))).Status.Should().Be(HttpStatusCode.Unauthorized);
        receiver.Recorder.Deliveries.Should().ContainSingle().Which.IsSigned.Should().BeTrue();
    }

    public async Task InitializeAsync() => _receiver = await Receiver.StartAsync(static options => options.RequireSignature = false);

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    private async Task GoesOnAsync() => (await _receiver.PostAsync(s_event)).Status.Should().Be(HttpStatusCode.NoContent, "the service goes on");

    /// <summary>Bytes of which nobody knows how many there will be.</summary>
    private sealed class NoLengthStream(byte[] bytes, int piece = 64 * 1024) : Stream
    {
        private int _at;

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
            var length = Math.Min(Math.Min(count, piece), bytes.Length - _at);
            bytes.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
            _at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
