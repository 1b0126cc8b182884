using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Dns;

namespace HomelabPortal.Tests.Dns;

public sealed class DnsMarkTests
{
    private static readonly DnsMark _mark = new("inst0001", "dn00000001");

    [Fact]
    public void With_AnyNote_FitsAndReadsBackAsTheMark() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), note =>
    {
        var comment = _mark.With(note);
        return comment.Length <= DnsMark.MostCharacters && DnsMark.Read(comment) == _mark && !comment.Any(char.IsControl);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_LongNote_IsCutWithASign()
    {
        var comment = _mark.With(new string('n', 200));

        Assert.Equal(DnsMark.MostCharacters, comment.Length);
        Assert.EndsWith("…", comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hlp1:inst0001:dn00000001 the rack", "the rack")]
    [InlineData("hlp1:inst0001:dn00000001", null)]
    [InlineData("Managed by hand", "Managed by hand")]
    [InlineData(null, null)]
    public void NoteIn_Comment_IsWhatIsNotTheMark(string? comment, string? note) => Assert.Equal(note, DnsMark.NoteIn(comment));

    [Theory]
    [InlineData("hlp2:inst0001:dn00000001")]
    [InlineData("note hlp1:inst0001:dn00000001")]
    [InlineData("hlp1:inst0001")]
    [InlineData("")]
    public void Read_AnythingElse_IsNoMark(string comment) => Assert.Null(DnsMark.Read(comment));
}
