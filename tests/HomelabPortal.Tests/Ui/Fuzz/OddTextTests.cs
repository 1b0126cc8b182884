using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Tests.Ui.Fuzz;

/// <summary>Whatever a thing is called, its name is shown as text, alone, and as what it is.</summary>
public sealed class OddTextTests : IDisposable
{
    private const int Seed = 20261121;
    private const int Rows = 100;
    private readonly UiContext _page = new();

    public OddTextTests() => _page.SetRendererInfo(new RendererInfo("Server", true));

    public void Dispose() => _page.Dispose();

    [Fact]
    public void DataTable_TwentyThousandOddNames_ShowsEachAsTextWithoutANewElement()
    {
        var random = new Random(Seed);
        for (var batch = 0; batch < 20_000 / Rows; batch++)
        {
            var names = Enumerable.Range(0, Rows).Select(number => $"{OddText.Of(random)}{batch * Rows + number}").ToList();
            using var page = new UiContext();
            page.SetRendererInfo(new RendererInfo("Server", true));

            var cells = page.Render(Table(names)).FindAll("tbody td .cell");

            Assert.Equal(names.Select(name => Shown(VisibleText.Of(name))), cells.Select(cell => Shown(cell.TextContent)));
            Assert.All(cells, cell => Assert.Empty(cell.QuerySelectorAll("*")));
        }
    }

    [Fact]
    public void VisibleText_TwentyThousandOddNames_HasNothingInvisibleAndStaysItself()
    {
        var random = new Random(Seed);
        for (var count = 0; count < 20_000; count++)
        {
            var shown = VisibleText.Of(OddText.Of(random));

            Assert.DoesNotContain(shown.EnumerateRunes(), rune => rune.Value != 0x200d && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            Assert.DoesNotContain('\u202e', shown);
            Assert.Equal(shown, VisibleText.Of(shown));
        }
    }

    [Theory]
    [InlineData("sonarr", "sonarr")]
    [InlineData("\u001b[31mred", "␛[31mred")]
    [InlineData("exe.\u202egpj", "exe.⟨U+202E⟩gpj")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("zero\u200bwidth", "zero⟨U+200B⟩width")]
    [InlineData("漢字 مرحبا é 👩‍🚀", "漢字 مرحبا é 👩‍🚀")]
    public void VisibleText_Of_WritesOutWhatCannotBeSeen(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void VisibleText_OfHalfAPair_IsTheReplacementCharacter() => Assert.Equal("a\ufffdb", VisibleText.Of("a\ud800b"));

    [Fact]
    public void AuditRow_OddWords_AreStoredAsTheyAreShown()
    {
        var row = AuditLog.NewRow("Expose \u001b[2J\u202emoc.evil", new Actor("an\u0007na"), DateTimeOffset.UnixEpoch, "failed:\r\nInjected line");

        Assert.Equal("Expose ␛[2J⟨U+202E⟩moc.evil", row.Act);
        Assert.Equal("an␇na", row.Actor);
        Assert.DoesNotContain('\n', row.Outcome ?? "");
    }

    private static RenderFragment Table(IReadOnlyList<string> names) => builder =>
    {
        builder.OpenComponent<DataTable<string>>(0);
        builder.AddAttribute(1, "Label", "Names");
        builder.AddAttribute(2, "Items", names);
        builder.AddAttribute(3, "Key", (Func<string, object>)(name => name));
        builder.AddAttribute(4, "ShowFilter", false);
        builder.AddAttribute(5, "Columns", (RenderFragment)(columns =>
        {
            columns.OpenComponent<Column<string>>(0);
            columns.AddAttribute(1, "Title", "Name");
            columns.AddAttribute(2, "Text", (Func<string, string?>)(name => name));
            columns.CloseComponent();
        }));
        builder.CloseComponent();
    };

    /// <summary>As HTML has it: parsers put the replacement character for half a pair.</summary>
    private static string Shown(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
