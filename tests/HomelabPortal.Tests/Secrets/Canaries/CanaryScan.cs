using System.Buffers;
using System.Text;
using System.Web;

namespace HomelabPortal.Tests.Secrets.Canaries;

/// <summary>Looks for planted secrets in any bytes, also written as base64, hex or percent-encoding.</summary>
internal sealed class CanaryScan
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private SearchValues<string>? _search;

    public int Count { get; private set; }

    /// <param name="name">What it is; no secret.</param>
    public void Plant(string name, string secret) => Plant(name, Encoding.UTF8.GetBytes(secret));

    public void Plant(string name, byte[] secret)
    {
        Count++;
        _search = null;
        foreach (var form in FormsOf(secret).Where(form => form.Length >= 8))
            _names.TryAdd(form, name);
    }

    /// <returns>The names of what is in there, each with the part of the form that was found.</returns>
    public IReadOnlyList<string> Find(ReadOnlySpan<byte> bytes)
    {
        _search ??= SearchValues.Create([.. _names.Keys], StringComparison.Ordinal);
        // Every byte becomes one character, so that nothing is lost in a database file.
        var text = Encoding.Latin1.GetString(bytes);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = text.AsSpan().IndexOfAny(_search); at >= 0;)
        {
            var rest = text.AsSpan(at);
            foreach (var (form, name) in _names)
            {
                if (rest.StartsWith(form, StringComparison.Ordinal))
                    found.Add($"{name}, near “{Around(text, at)}”");
            }

            var next = text.AsSpan(at + 1).IndexOfAny(_search);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return [.. found];
    }

    public IReadOnlyList<string> Find(string text) => Find(Encoding.UTF8.GetBytes(text));

    private static string Around(string text, int at) => new([.. text[Math.Max(0, at - 60)..at].Where(c => c is >= ' ' and <= '~')]);

    private static IEnumerable<string> FormsOf(byte[] secret)
    {
        var plain = Encoding.Latin1.GetString(secret);
        yield return plain;
        yield return HttpUtility.UrlEncode(secret) ?? plain;
        yield return Uri.EscapeDataString(Encoding.UTF8.GetString(secret));
        yield return Convert.ToHexString(secret);
        yield return Convert.ToHexStringLower(secret);
        // A text within something that is base64 begins at one of three places in a group; the edges depend on what stands beside it.
        for (var offset = 0; offset < 3; offset++)
        {
            var whole = Convert.ToBase64String([.. new byte[offset], .. secret]);
            var from = offset == 0 ? 0 : 4;
            var form = whole[from..^4];
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}
