using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Instructure.GradeEvents.AspNetCore;

/// <summary>The public keys of Canvas: fetched when the first is needed, kept, and refreshed.</summary>
/// <remarks>
/// Canvas changes its keys once a month; the set has the previous, the current and the next. A set is refreshed when it is a day old, and when a delivery
/// names a key that isn't in it: for such names at most once in five minutes, since anybody can make them up. There is one fetch at a time, for all that wait
/// for it. When it fails, the old keys stay.
/// </remarks>
internal sealed class SigningKeys(IHttpClientFactory clients, IOptions<CanvasGradeEventOptions> options, TimeProvider time, ILogger<SigningKeys> logger)
{
    internal const string HttpClientName = "Instructure.GradeEvents.AspNetCore";

    /// <summary>A set of three keys has about 2 KB.</summary>
    internal const int MaxBytes = 256 * 1024;

    internal static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);

    private const int LeastKeySize = 2048;

    private static readonly TimeSpan s_maxAge = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_refreshInterval = TimeSpan.FromMinutes(5);

    private readonly object _lock = new();
    private readonly Dictionary<string, SecurityKey>? _given = options.Value.SigningKeys.Count == 0 ? null : ById(options.Value.SigningKeys);
    private volatile KeySet? _current;
    private Task<KeySet?>? _fetch;
    private DateTimeOffset _nextForAge = DateTimeOffset.MinValue;
    private DateTimeOffset _nextForUnknown = DateTimeOffset.MinValue;

    /// <summary>Whether there are keys; looks for them when there are none yet.</summary>
    internal async ValueTask<bool> AreThereAsync(CancellationToken cancellationToken)
        => _given is not null || (_current ?? await FetchAsync().WaitAsync(cancellationToken).ConfigureAwait(false)) is not null;

    /// <summary>Finds a key.</summary>
    /// <returns>Whether there are keys at all, and the key; null when it is none of them.</returns>
    internal async ValueTask<(bool AreThere, SecurityKey? Key)> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_given is not null)
        {
            return (true, _given.GetValueOrDefault(keyId));
        }

        var known = _current ?? await FetchAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            return (false, null);
        }

        if (MustRefresh(known, keyId, out var fetch))
        {
            known = await fetch.WaitAsync(cancellationToken).ConfigureAwait(false) ?? known;
        }

        return (true, known.Keys.GetValueOrDefault(keyId));
    }

    /// <summary>Whether a signature by RS256 can be checked by the key, and the key be told from others.</summary>
    internal static bool IsUsable(SecurityKey key)
        => !string.IsNullOrEmpty(key.KeyId) && key.KeySize >= LeastKeySize
            && key is RsaSecurityKey or X509SecurityKey { PublicKey: RSA } or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or JsonWebKeyUseNames.Sig, Alg: null or "" or SecurityAlgorithms.RsaSha256 };

    /// <summary>Whether there is a reason to fetch the set again, and it is time to, or that is going on.</summary>
    private bool MustRefresh(KeySet known, string keyId, [NotNullWhen(true)] out Task<KeySet?>? fetch)
    {
        var isUnknown = !known.Keys.ContainsKey(keyId);
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (isUnknown && _fetch is not null)
            {
                fetch = _fetch;
            }
            else if (isUnknown && now >= _nextForUnknown)
            {
                _nextForUnknown = now + s_refreshInterval;
                fetch = FetchAsync();
            }
            else if (now - known.FetchedAt >= s_maxAge && now >= _nextForAge)
            {
                _nextForAge = now + s_refreshInterval;
                fetch = FetchAsync();
            }
            else
            {
                // Another may have fetched it in the meantime.
                fetch = _current == known ? null : Task.FromResult(_current);
            }

            return fetch is not null;
        }
    }

    private Task<KeySet?> FetchAsync()
    {
        lock (_lock)
        {
            return _fetch ??= Task.Run(FetchNowAsync);
        }
    }

    /// <summary>Fetches the set. It is not cancelled with a request: others wait for it too.</summary>
    /// <returns>The set; null when it can't be had.</returns>
    private async Task<KeySet?> FetchNowAsync()
    {
        KeySet? fetched = null;
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            var json = Encoding.UTF8.GetString(await client.GetByteArrayAsync(options.Value.JwksUri).ConfigureAwait(false));
            var keys = ById(new JsonWebKeySet(json).Keys.Where(static key => IsUsable(key)));
            if (keys.Count == 0)
            {
                throw new InvalidOperationException("The key set has no RSA key for signatures.");
            }

            fetched = new(keys, time.GetUtcNow());
            Log.KeysFetched(logger, keys.Count);
        }
#pragma warning disable CA1031 // Whatever the reason is: there are no new keys, and whoever waits is told so.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Log.KeysNotFetched(logger, error);
        }

        lock (_lock)
        {
            _current = fetched ?? _current;
            _fetch = null;
        }

        return fetched;
    }

    private static Dictionary<string, SecurityKey> ById(IEnumerable<SecurityKey> keys)
        => keys.DistinctBy(static key => key.KeyId, StringComparer.Ordinal).ToDictionary(static key => key.KeyId, StringComparer.Ordinal);

    private sealed record KeySet(Dictionary<string, SecurityKey> Keys, DateTimeOffset FetchedAt);
}
