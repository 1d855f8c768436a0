namespace Instructure.GradeEvents.Fuzzing;

/// <summary>The inputs that reached something new.</summary>
internal sealed class Corpus
{
    private readonly List<byte[]> _inputs = [];
    private readonly List<int> _chosen = [];

    public IReadOnlyList<byte[]> Inputs => _inputs;

    public void Add(byte[] input)
    {
        _inputs.Add(input);
        _chosen.Add(0);
    }

    /// <summary>An input to change: of three, the one that was chosen least, and so a new one sooner than an old one.</summary>
    public byte[] Choose(Random random)
    {
        var best = random.Next(_inputs.Count);
        for (var i = 0; i < 2; i++)
        {
            var other = random.Next(_inputs.Count);
            best = _chosen[other] < _chosen[best] ? other : best;
        }

        _chosen[best]++;
        return _inputs[best];
    }
}
