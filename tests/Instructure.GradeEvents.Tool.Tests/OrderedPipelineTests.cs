namespace Instructure.GradeEvents.Tool.Tests;

/// <summary>Working on many things at once.</summary>
public sealed class OrderedPipelineTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_things_and_few_things_are_held()
    {
        var (taken, most, results) = (0, 0, new List<int>());

        await OrderedPipeline.RunAsync(
            Things(),
            static thing =>
            {
                Thread.SpinWait(thing % 7 * 20_000); // the first of seven is done long before the last
                return thing;
            },
            results.Add,
            CancellationToken.None);

        results.Should().Equal(Enumerable.Range(0, 500));
        most.Should().BeLessThan(3 * Environment.ProcessorCount + 5);

        IEnumerable<int> Things()
        {
            for (; taken < 500; taken++)
            {
                most = Math.Max(most, taken - results.Count);
                yield return taken;
            }
        }
    }

    [Fact]
    public async Task Large_things_are_worked_on_one_at_a_time_and_small_ones_beside_them()
    {
        var (atOnce, most, results) = (0, 0, new List<int>());

        await OrderedPipeline.RunAsync(
            Enumerable.Range(0, 100),
            thing =>
            {
                if (thing % 3 > 0)
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref atOnce));
                    Thread.SpinWait(20_000);
                    Interlocked.Decrement(ref atOnce);
                }

                return thing;
            },
            results.Add,
            CancellationToken.None,
            static thing => thing % 3 * 20 * 1024 * 1024);

        results.Should().Equal(Enumerable.Range(0, 100));
        most.Should().Be(1, "two of 20 and 40 MB are more than 32 MB");

        static void InterlockedMax(ref int most, int value)
        {
            int seen;
            while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
            {
            }
        }
    }

    [Fact]
    public async Task What_follows_a_large_thing_is_not_taken_before_that_is_done_with()
    {
        var (taken, most, results) = (0, 0, new List<int>());

        await OrderedPipeline.RunAsync(Things(), static thing => thing, results.Add, CancellationToken.None, static _ => 8 * 1024 * 1024);

        results.Should().HaveCount(20);
        most.Should().Be(0);

        IEnumerable<int> Things()
        {
            for (; taken < 20; taken++)
            {
                most = Math.Max(most, taken - results.Count);
                yield return taken;
            }
        }
    }

    [Fact]
    public async Task What_goes_wrong_anywhere_ends_it()
    {
        var atWork = () => OrderedPipeline.RunAsync(Enumerable.Range(0, 100), static thing => thing == 50 ? throw new InvalidOperationException("work") : thing, static _ => { }, CancellationToken.None);
        var atInput = () => OrderedPipeline.RunAsync(Broken(), static thing => thing, static _ => { }, CancellationToken.None);
        var atOutput = () => OrderedPipeline.RunAsync(Enumerable.Range(0, 100), static thing => thing, static _ => throw new InvalidOperationException("output"), CancellationToken.None);

        await atWork.Should().ThrowAsync<InvalidOperationException>().WithMessage("work");
        await atInput.Should().ThrowAsync<InvalidOperationException>().WithMessage("input");
        await atOutput.Should().ThrowAsync<InvalidOperationException>().WithMessage("output");

        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new InvalidOperationException("input");
        }
    }
}
