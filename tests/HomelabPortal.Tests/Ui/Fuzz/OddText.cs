using System.Text;

namespace HomelabPortal.Tests.Ui.Fuzz;

/// <summary>Names as an enemy, or a broken program, would choose them.</summary>
internal static class OddText
{
    private static readonly string[] _pieces =
    [
        "\u001b[31m", "\u001b]8;;http://evil.example\u0007", "\u001b[2J", "\u009b1m", "\r\n", "\0", "\b\b\b", "\u007f", "\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u2028",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "</td></tr></table>", "<!--", "-->", "<![CDATA[", "&lt;b&gt;", "&#x202e;", "javascript:alert(1)",
        "{{constructor}}", "<Blazor:{\"type\":\"server\"}>", "' onmouseover='x", "`", "\\u003c", "%3Cscript%3E", "e\u0301", "👩‍🚀", "\ud800", "\udfff", "漢字", "مرحبا", "a", "sonarr", "-", ".", " ", "=cmd|' /C calc'!A0",
    ];

    public static string Of(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 6); count > 0; count--)
            text.Append(random.Next(4) == 0 ? ((char)random.Next(1, 0xffff)).ToString() : _pieces[random.Next(_pieces.Length)]);
        return text.ToString();
    }
}
