using HomelabPortal.Apps.Discovery;

namespace HomelabPortal.Tests.Apps;

/// <summary>Homepage's words mean here what they mean there.</summary>
public sealed class AppMarksTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("True", false)]
    [InlineData("yes", false)]
    [InlineData("", false)]
    public void Enabled_OnlyTheLowerCaseWord_Counts(string value, bool expected) =>
        Assert.Equal(expected, Annotations(("gethomepage.dev/enabled", value)).IsEnabled);

    [Theory]
    [InlineData("-5", -5)]
    [InlineData("12", 12)]
    [InlineData("heavy", 0)]
    [InlineData(null, 0)]
    public void Weight_ThatIsNoNumber_IsNought(string? value, int expected) =>
        Assert.Equal(expected, (value is null ? AppMarks.None : Annotations(("gethomepage.dev/weight", value))).Weight);

    [Fact]
    public void Name_LeftEmpty_IsAsIfItWereNotThere() =>
        Assert.Null(Annotations(("gethomepage.dev/name", "  ")).Name);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:word@sonarr.cowlab.org")]
    [InlineData("//sonarr")]
    public void Link_ThatIsNoOrdinaryAddress_IsNotFollowed(string href) =>
        Assert.Null(Annotations(("gethomepage.dev/href", href)).SafeLink);

    [Theory]
    [InlineData("", "", true)]
    [InlineData("kitchen", "", false)]
    [InlineData("kitchen", "kitchen", true)]
    [InlineData("kitchen", "garage", false)]
    public void Instance_NamesThePagesThatItIsFor(string annotated, string ours, bool expected) =>
        Assert.Equal(expected, (annotated.Length == 0 ? AppMarks.None : Annotations(("gethomepage.dev/instance", annotated))).IsFor(ours));

    [Fact]
    public void Instance_NamedByAKeyOfItsOwn_IsForItToo() =>
        Assert.True(Annotations(("gethomepage.dev/instance", "kitchen"), ("gethomepage.dev/instance.garage", "")).IsFor("garage"));

    [Fact]
    public void Labels_ForThisPage_ComeBeforeTheGeneralOnesAndThoseOfOthersAreLeftOut()
    {
        var marks = AppMarks.OfLabels(
        [
            new("homepage.name", "Ollama"), new("homepage.group", "AI"), new("homepage.instance.kitchen.name", "Chat"), new("homepage.instance.garage.group", "Cars"), new("maintainer", "nobody"),
        ],
            "kitchen");

        Assert.Equal(("Chat", "AI"), (marks.Name, marks.Group));
    }

    private static AppMarks Annotations(params (string Key, string Value)[] annotations) =>
        AppMarks.OfAnnotations(annotations.Select(one => KeyValuePair.Create(one.Key, one.Value)));
}
