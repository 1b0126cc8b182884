using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>Takes known secret values out of texts, wherever in them they stand: as they are, in an address, in JSON and in Base64.</summary>
internal sealed class SecretMask
{
    /// <summary>Lines of a key are looked for one by one, since logs come in lines.</summary>
    private const int ShortestLine = 8;

    private readonly ImmutableArray<string> _values;
    private readonly SearchValues<string>? _any;

    private SecretMask(ImmutableArray<string> values)
    {
        _values = values;
        _any = values.IsEmpty ? null : SearchValues.Create(values.AsSpan(), StringComparison.Ordinal);
    }

    public static SecretMask None { get; } = new([]);

    public bool IsEmpty => _any is null;

    /// <summary>What cannot be looked for without tearing every other text is left out.</summary>
    public static SecretMask Of(IEnumerable<string> values)
    {
        // The longest first: one may be the beginning of another.
        var all = values.SelectMany(Forms).Where(SecretLooks.IsTelling).Distinct(StringComparer.Ordinal)
            .OrderByDescending(value => value.Length).ThenBy(value => value, StringComparer.Ordinal).ToImmutableArray();
        return all.IsEmpty ? None : new SecretMask(all);
    }

    /// <summary>The same instance when there is nothing to hide.</summary>
    public string Apply(string text)
    {
        if (_any is null || text.AsSpan().IndexOfAny(_any) < 0)
            return text;
        foreach (var value in _values)
            text = text.Replace(value, Hidden.Mask, StringComparison.Ordinal);
        return text;
    }

    private static IEnumerable<string> Forms(string value)
    {
        var bare = value.Trim();
        if (!SecretLooks.IsTelling(bare))
            return [];
        IEnumerable<string> lines = bare.Contains('\n', StringComparison.Ordinal) ? bare.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= ShortestLine) : [];
        return
        [
            value, bare, .. lines, Uri.EscapeDataString(bare), JavaScriptEncoder.Default.Encode(bare), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(bare),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(bare)), Convert.ToBase64String(Encoding.UTF8.GetBytes(bare)).TrimEnd('='),
        ];
    }
}
