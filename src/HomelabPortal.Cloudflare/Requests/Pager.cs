using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Reads all pages of a list, or none: a list that is short without saying so would look like deletions.
/// Every page must hold as many items as it claims, and all pages together as many as the last total.
/// </summary>
internal sealed class Pager(CloudflareTransport transport)
{
    // A list that changes while it is read is begun again.
    private const int MaxAttempts = 3;

    public async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        Func<int, ApiCall> page,
        Func<T, string> id,
        JsonTypeInfo<Envelope<IReadOnlyList<T>>> type,
        RequestPriority priority,
        CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (await TryReadAsync(page, id, type, priority, cancellationToken).ConfigureAwait(false) is { } all)
                return all;
        }
        throw EnvelopeReader.Incomplete(page(1), null, $"the list changed while it was read, {MaxAttempts} times in a row");
    }

    private async Task<List<T>?> TryReadAsync<T>(
        Func<int, ApiCall> page,
        Func<T, string> id,
        JsonTypeInfo<Envelope<IReadOnlyList<T>>> type,
        RequestPriority priority,
        CancellationToken cancellationToken)
        where T : class
    {
        var all = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        double? firstTotal = null;
        for (var number = 1; ; number++)
        {
            var call = page(number);
            var envelope = await transport.SendAsync(call, type, priority, cancellationToken).ConfigureAwait(false);
            var items = envelope.Result ?? [];
            var total = Check(call, number, items, envelope.ResultInfo);
            firstTotal ??= total;
            foreach (var item in items)
            {
                if (ids.Add(id(item)))
                    all.Add(item);
            }
            if (total != firstTotal)
                return null;
            if (all.Count == total)
                return all;
            if (items.Count == 0 || all.Count > total)
                throw EnvelopeReader.Incomplete(call, null, $"{all.Count} of {total} entries were delivered");
        }
    }

    private static double Check<T>(ApiCall call, int number, IReadOnlyList<T> items, PageInfo? info)
        where T : class
    {
        if (info is null && number == 1 && call.MayOmitTotal && items.All(item => item is not null))
            return items.Count;
        if (info?.TotalCount is not { } total)
            throw EnvelopeReader.Incomplete(call, null, $"page {number} does not say how many entries there are");
        if ((info.Count is { } count && count != items.Count) || items.Any(item => item is null))
            throw EnvelopeReader.Incomplete(call, null, $"page {number} was cut short");
        if (info.Page is { } answered && answered != number)
            throw EnvelopeReader.Incomplete(call, null, $"page {answered} was delivered for page {number}");
        return total;
    }
}
