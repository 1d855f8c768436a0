using System.Net;
using Instructure.GradeEvents.AspNetCore.Tests.Support;
using Instructure.GradeEvents.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Instructure.GradeEvents.AspNetCore.Tests;

/// <summary>Where the keys come from, how long they are kept, and what happens when they can't be had.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private static readonly byte[] s_event = Repository.Sample("grade-change-by-teacher.json");

    private static readonly SigningKey s_november = new("2026-11");
    private static readonly SigningKey s_december = new("2026-12");
    private static readonly SigningKey s_january = new("2027-01");

    private KeyServer _keys = null!;
    private Receiver _receiver = null!;

    [Fact]
    public async Task Keys_are_fetched_when_the_first_is_needed_and_kept()
    {
        _keys.Requests.Should().Be(0);

        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(s_november)).Should().Be(HttpStatusCode.NoContent);
        }

        _keys.Requests.Should().Be(1);
    }

    [Fact]
    public async Task A_key_that_is_new_is_fetched_in_the_middle_of_a_run()
    {
        await PostAsync(s_november);
        _keys.Serve(s_november, s_december, s_january);

        (await PostAsync(s_december)).Should().Be(HttpStatusCode.NoContent);

        (await PostAsync(s_november)).Should().Be(HttpStatusCode.NoContent);
        (await PostAsync(s_january)).Should().Be(HttpStatusCode.NoContent);
        _keys.Requests.Should().Be(2);
    }

    [Fact]
    public async Task Names_of_keys_that_nobody_has_lead_to_a_fetch_at_most_once_in_five_minutes()
    {
        await PostAsync(s_november);
        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(s_december)).Should().Be(HttpStatusCode.Unauthorized);
        }

        _keys.Requests.Should().Be(2);
        _keys.Serve(s_december);
        _receiver.Time.Advance(TimeSpan.FromMinutes(4.9));
        (await PostAsync(s_december)).Should().Be(HttpStatusCode.Unauthorized);
        _receiver.Time.Advance(TimeSpan.FromMinutes(0.2));
        (await PostAsync(s_december)).Should().Be(HttpStatusCode.NoContent);
        _keys.Requests.Should().Be(3);
    }

    [Fact]
    public async Task There_is_one_fetch_for_all_that_wait_for_it()
    {
        var go = new TaskCompletionSource();
        var serve = _keys.Answer;
        _keys.Answer = async context =>
        {
            await go.Task;
            await serve(context);
        };

        var deliveries = Enumerable.Range(0, 20).Select(_ => PostAsync(s_november)).ToArray();
        while (_keys.Requests == 0)
        {
            await Task.Yield();
        }

        go.SetResult();
        (await Task.WhenAll(deliveries)).Should().AllBeEquivalentTo(HttpStatusCode.NoContent);
        _keys.Requests.Should().Be(1);
    }

    [Fact]
    public async Task Keys_are_refreshed_when_they_are_a_day_old_and_kept_when_that_fails()
    {
        await PostAsync(s_november);
        _keys.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        _receiver.Time.Advance(TimeSpan.FromDays(1.1));
        var token = Fresh(s_november);

        (await _receiver.PostAsync(token)).Status.Should().Be(HttpStatusCode.NoContent, "the old keys are kept");
        (await _receiver.PostAsync(token)).Status.Should().Be(HttpStatusCode.NoContent);
        _keys.Requests.Should().Be(2, "it is not tried again at once");

        _keys.Serve(s_december);
        _receiver.Time.Advance(TimeSpan.FromMinutes(5));
        (await _receiver.PostAsync(Fresh(s_november))).Status.Should().Be(HttpStatusCode.Unauthorized, "a key that is no longer in the set is not taken");
        (await _receiver.PostAsync(Fresh(s_december))).Status.Should().Be(HttpStatusCode.NoContent);
        _keys.Requests.Should().Be(3);
    }

    [Theory]
    [InlineData("down")]
    [InlineData("rubbish")]
    [InlineData("HTML")]
    [InlineData("empty set")]
    [InlineData("other keys")]
    [InlineData("10 MB")]
    [InlineData("redirect")]
    [InlineData("hang up")]
    public async Task A_set_that_never_came_is_503_and_the_next_delivery_tries_again(string fault)
    {
        var serve = _keys.Answer;
        _keys.Answer = context => AnswerAsync(context, fault);

        var answer = await _receiver.PostAsync(s_november.Sign(s_event));

        answer.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.RetryAfter.Should().BePositive();
        _receiver.Recorder.Calls.Should().BeEmpty();
        (await _receiver.GetAsync("/health")).Should().Be(HttpStatusCode.ServiceUnavailable);
        _keys.Answer = serve;
        (await PostAsync(s_november)).Should().Be(HttpStatusCode.NoContent);
        (await _receiver.GetAsync("/health")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_server_that_is_too_slow_is_not_waited_for_longer_than_Canvas_waits()
    {
        var forever = new TaskCompletionSource();
        _keys.Answer = _ => forever.Task;

        (await PostAsync(s_november)).Should().Be(HttpStatusCode.ServiceUnavailable);

        forever.SetResult();
    }

    [Fact]
    public async Task Rubbish_does_not_take_the_place_of_keys()
    {
        await PostAsync(s_november);
        _keys.Answer = static context => context.Response.WriteAsync("""{"keys":[]}""");

        (await PostAsync(s_december)).Should().Be(HttpStatusCode.Unauthorized);
        (await PostAsync(s_november)).Should().Be(HttpStatusCode.NoContent);
    }

    public async Task InitializeAsync()
    {
        _keys = await KeyServer.StartAsync(s_november);
        _receiver = await Receiver.StartAsync(options => options.JwksUri = _keys.Uri);
    }

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _keys.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, string fault)
    {
        switch (fault)
        {
            case "down":
                context.Response.StatusCode = 503;
                break;
            case "rubbish":
                await context.Response.WriteAsync("{\"keys\":[{\"kty\":");
                break;
            case "HTML":
                await context.Response.WriteAsync("<html><body>Sign in</body></html>");
                break;
            case "empty set":
                await context.Response.WriteAsync("""{"keys":[]}""");
                break;
            case "other keys":
                await context.Response.WriteAsync("""{"keys":[{"kty":"oct","kid":"2026-11","k":"c2VjcmV0"},{"kty":"EC","kid":"2026-11","crv":"P-256","x":"AA","y":"AA"}]}""");
                break;
            case "10 MB":
                await context.Response.WriteAsync("{\"keys\":[],\"x\":\"" + new string('x', 10_000_000) + "\"}");
                break;
            case "redirect":
                context.Response.Redirect("/elsewhere");
                break;
            default:
                context.Abort();
                break;
        }
    }

    private async Task<HttpStatusCode> PostAsync(SigningKey key) => (await _receiver.PostAsync(key.Sign(s_event))).Status;

    /// <summary>A token that is made at the time of the receiver.</summary>
    private byte[] Fresh(SigningKey key) => key.Sign(s_event, null, claims => claims["exp"] = _receiver.Time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds());
}
