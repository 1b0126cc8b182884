using System.Text;

namespace HomelabPortal.Cloudflare;

/// <summary>Keeps the token in and out of sight. Never printed, and struck out of anything Cloudflare echoes.</summary>
internal sealed class ApiToken
{
    private const string AccountPrefix = "cfat_";

    // Shorter than any real token; striking out a word of three letters would garble answers.
    private const int ShortestStruckOut = 16;

    private readonly byte[] _bytes;

    public ApiToken(string pasted)
    {
        Value = pasted.Trim();
        if (Value.Length == 0)
            throw new ArgumentException("The API token is empty.");
        if (Value.Any(c => c is <= ' ' or > '~'))
            throw new ArgumentException("The API token contains a space, a line break or another character that tokens do not have. Copy it again.");
        _bytes = Encoding.ASCII.GetBytes(Value);
    }

    public string Value { get; }

    public bool IsAccountOwned => Value.StartsWith(AccountPrefix, StringComparison.Ordinal);

    public void StrikeOut(Span<byte> text)
    {
        if (_bytes.Length < ShortestStruckOut)
            return;
        for (var at = text.IndexOf(_bytes); at >= 0; at = text.IndexOf(_bytes))
            text.Slice(at, _bytes.Length).Fill((byte)'*');
    }

    public override string ToString() => "(API token)";
}
