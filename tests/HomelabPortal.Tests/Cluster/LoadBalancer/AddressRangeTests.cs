using System.Net;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster.LoadBalancer;

namespace HomelabPortal.Tests.Cluster.LoadBalancer;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("10.0.0.80-10.0.0.99", 20)]
    [InlineData("10.0.0.80 - 10.0.0.80", 1)]
    [InlineData("10.0.0.0/24", 256)]
    [InlineData("10.0.0.7/24", 256)]
    [InlineData("10.0.0.7/32", 1)]
    [InlineData("0.0.0.0/0", 4294967296)]
    [InlineData("fd00::/120", 256)]
    [InlineData("fd00::1-fd00::a", 10)]
    public void TryParse_RangeOfMetalLb_CountsItsAddresses(string text, long count)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal((UInt128)count, range.Value.Count);
    }

    [Fact]
    public void Count_WholeOfIpv6_IsNotCountedThrough()
    {
        Assert.True(AddressRange.TryParse("::/0", out var all));
        Assert.True(AddressRange.TryParse("fd00::/64", out var block));

        Assert.Equal(UInt128.MaxValue, all.Value.Count);
        Assert.Equal(UInt128.One << 64, block.Value.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.9-10.0.0.1")]
    [InlineData("10.0.0.1-fd00::1")]
    [InlineData("10.0.0.1/33")]
    [InlineData("lan")]
    [InlineData("1-2-3")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(AddressRange.TryParse(text, out _));

    [Theory]
    [InlineData("10.0.0.0/24", 2)]
    [InlineData("10.0.0.80-10.0.0.99", 0)]
    [InlineData("10.0.0.0-10.0.0.0", 1)]
    [InlineData("10.0.0.200-10.0.1.5", 2)]
    [InlineData("10.0.0.0/22", 8)]
    [InlineData("0.0.0.0-0.0.0.255", 2)]
    public void Buggy_Range_CountsWhatEndsInZeroOr255(string text, int buggy)
    {
        Assert.True(AddressRange.TryParse(text, out var range));
        Assert.Equal((UInt128)buggy, range.Value.Buggy);
    }

    [Fact]
    public void Contains_OtherFamily_IsFalse()
    {
        Assert.True(AddressRange.TryParse("::/0", out var all));

        Assert.False(all.Value.Contains(IPAddress.Parse("10.0.0.1")));
        Assert.True(all.Value.Contains(IPAddress.Parse("fd00::1")));
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => AddressRange.TryParse(text ?? "", out var range) == range is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Union_AnyRanges_CountsEveryAddressOnce()
    {
        var ranges = Gen.Choose(0, 300).Two().Select(pair => (First: Math.Min(pair.Item1, pair.Item2), Last: Math.Max(pair.Item1, pair.Item2))).ListOf();
        Prop.ForAll(ranges.ToArbitrary(), list =>
        {
            var union = AddressRange.Union(list.Select(range => new AddressRange((UInt128)range.First, (UInt128)range.Last, false)));
            var counted = list.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Distinct().Count();
            return union.Aggregate(UInt128.Zero, (sum, range) => sum + range.Count) == (UInt128)counted;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Buggy_AnyRange_IsWhatCountingGives() =>
        Prop.ForAll(Gen.Choose(0, 2000).Two().ToArbitrary(), pair =>
        {
            var (first, last) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            var counted = Enumerable.Range(first, last - first + 1).Count(number => number % 256 is 0 or 255);
            return new AddressRange((UInt128)first, (UInt128)last, false).Buggy == (UInt128)counted;
        }).QuickCheckThrowOnFailure();
}
