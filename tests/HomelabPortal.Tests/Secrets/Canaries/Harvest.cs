using System.Text;

namespace HomelabPortal.Tests.Secrets.Canaries;

/// <summary>Everything that came out of the portal, each with where it was found.</summary>
internal sealed class Harvest
{
    private readonly List<(string Place, byte[] Bytes)> _all = [];

    public long Bytes => _all.Sum(part => (long)part.Bytes.Length);

    public IEnumerable<string> Places => _all.Select(part => part.Place);

    public void Add(string place, byte[] bytes) => _all.Add((place, bytes));

    public void Add(string place, string text) => Add(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Keeps status, headers and body of an answer.</summary>
    public async Task<string> AddAsync(string place, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        // A cookie that is given to its owner is where it belongs.
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Set-Cookie");
        Add($"{place}, headers", string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")));
        Add(place, body);
        return Encoding.UTF8.GetString(body);
    }

    public IReadOnlyList<string> Hits(CanaryScan scan) => [.. _all.SelectMany(part => scan.Find(part.Bytes).Select(hit => $"{part.Place}: {hit}"))];
}
