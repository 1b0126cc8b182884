using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Tests.Ui;

public sealed class NaturalOrderTests
{
    [Theory]
    [InlineData("node2", "node10")]
    [InlineData("Node2", "node3")]
    [InlineData("10.0.0.99", "10.0.0.140")]
    [InlineData("a", "a1")]
    [InlineData("v1.33.4", "v1.33.10")]
    [InlineData("1", "a")]
    [InlineData("99999999999999999998", "99999999999999999999")]
    [InlineData(null, "a")]
    public void Names_SortAsPeopleCount(string? first, string second)
    {
        Assert.True(NaturalOrder.Instance.Compare(first, second) < 0);
        Assert.True(NaturalOrder.Instance.Compare(second, first) > 0);
    }

    [Fact]
    public void EqualNames_AreEqual() => Assert.Equal(0, NaturalOrder.Instance.Compare("node02", "NODE2"));

    [Fact]
    public void Numbers_SortByValue() => Assert.True(NaturalOrder.Instance.Compare(2, 10) < 0);
}
