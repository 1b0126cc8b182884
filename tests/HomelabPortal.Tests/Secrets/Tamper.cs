namespace HomelabPortal.Tests.Secrets;

/// <summary>Changes a payload as an attacker would try: a bit, a cut, a doubling, zeroes.</summary>
internal static class Tamper
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    public static string Text(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text + text[at..],
            2 => text[..at] + text[(at + 1)..],
            // The last characters hold the tag.
            3 => text[..Math.Max(0, text.Length - 22)] + new string('A', 22),
            _ => text[..at] + Alphabet[random.Next(Alphabet.Length)] + text[(at + 1)..],
        };
    }

    public static byte[] Bytes(byte[] bytes, Random random)
    {
        var changed = bytes.ToArray();
        var at = random.Next(changed.Length);
        switch (random.Next(4))
        {
            case 0:
                return changed[..at];
            case 1:
                // CVE-2026-40372 let a tag of zeroes pass.
                changed.AsSpan(Math.Max(0, changed.Length - 32)).Clear();
                return changed;
            case 2:
                return [.. changed, .. changed[at..], 0];
            default:
                changed[at] ^= (byte)(1 << random.Next(8));
                return changed;
        }
    }
}
