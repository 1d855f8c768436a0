namespace LambdaHandler;

/// <summary>Where gradings are kept.</summary>
internal interface IGradingStore
{
    /// <summary>Makes the table if it isn't there. Several may do so at once.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>Adds gradings, but for those that are there.</summary>
    Task AddAsync(IEnumerable<Grading> gradings, CancellationToken cancellationToken);
}
