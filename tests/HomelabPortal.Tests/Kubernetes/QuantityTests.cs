using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("123456789n", "0.123456789")]
    [InlineData("250u", "0.00025")]
    [InlineData("100m", "0.1")]
    [InlineData("1.5", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+7", "7")]
    [InlineData("-3k", "-3000")]
    [InlineData("2M", "2000000")]
    [InlineData("1.5G", "1500000000")]
    [InlineData("1T", "1000000000000")]
    [InlineData("1P", "1000000000000000")]
    [InlineData("1E", "1000000000000000000")]
    [InlineData("123456Ki", "126418944")]
    [InlineData("1.5Gi", "1610612736")]
    [InlineData("1Ei", "1152921504606846976")]
    [InlineData("1e3", "1000")]
    [InlineData("12E-1", "1.2")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    public void Parse_Amount_IsExact(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected), Quantity.Parse(text).Value);

    [Theory]
    [InlineData("9223372036854775808", "9223372036854775807")]
    [InlineData("100E", "9223372036854775807")]
    [InlineData("-1e99", "-9223372036854775807")]
    [InlineData("99999999999999999999999999999999999999", "9223372036854775807")]
    [InlineData("1e-30", "0.000000001")]
    [InlineData("0.0000000001", "0.000000001")]
    [InlineData("1.0000000001", "1.000000001")]
    [InlineData("0e99", "0")]
    public void Parse_AmountBeyondTheBounds_IsCappedOrRoundedUp(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected), Quantity.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("1KiB")]
    [InlineData("1 Gi")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("--1")]
    [InlineData("1e")]
    [InlineData("1e1.5")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("٣")]
    public void Parse_Nonsense_IsRefused(string text)
    {
        Assert.False(Quantity.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Quantity.Parse(text));
    }

    [Theory]
    [InlineData("1.5", 1500, 2)]
    [InlineData("123456789n", 124, 1)]
    [InlineData("8Gi", 8589934592000, 8589934592)]
    [InlineData("0", 0, 0)]
    public void MillisAndWhole_AreRoundedUp(string text, long millis, long whole)
    {
        Assert.Equal(millis, Quantity.Parse(text).Millis);
        Assert.Equal(whole, Quantity.Parse(text).Whole);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll<string>(text => { _ = Quantity.TryParse(text ?? "", out _); }).QuickCheckThrowOnFailure();

    [Fact]
    public void ToString_AnyAmount_ReadsBackTheSame() =>
        Prop.ForAll<long, byte>((number, digits) =>
        {
            var quantity = new Quantity(Math.Round(number / (decimal)Math.Pow(10, digits % 9), 9));
            return Quantity.Parse(quantity.ToString()) == quantity;
        }).QuickCheckThrowOnFailure();
}
