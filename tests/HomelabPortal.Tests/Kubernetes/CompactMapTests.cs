using System.Text;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class CompactMapTests
{
    [Fact]
    public void From_RepeatedKeys_KeepsTheLast()
    {
        var map = CompactMap<string>.From([new("a", "1"), new("b", "2"), new("a", "3")]);
        Assert.Equal(2, map.Count);
        Assert.Equal("3", map["a"]);
        Assert.False(map.ContainsKey("c"));
        Assert.Throws<KeyNotFoundException>(() => map["c"]);
    }

    [Fact]
    public void Equals_SameEntries_IsTrue()
    {
        Assert.Equal(CompactMap<string>.From([new("a", "1")]), CompactMap<string>.From([new("a", "1")]));
        Assert.NotEqual(CompactMap<string>.From([new("a", "1")]), CompactMap<string>.From([new("a", "2")]));
    }

    [Fact]
    public void TextPool_EqualText_IsOneInstance()
    {
        Assert.Same(TextPool.Get("kube-system"u8), TextPool.Get(Encoding.UTF8.GetBytes("kube-system")));
        Assert.Equal("größe", TextPool.Get(Encoding.UTF8.GetBytes("größe")));
        Assert.Equal(new string('x', 500), TextPool.Get(Encoding.UTF8.GetBytes(new string('x', 500))));
    }

    [Fact]
    public void TextPool_ManyTexts_StayRight()
    {
        foreach (var number in Enumerable.Range(0, 50_000))
            Assert.Equal($"name-{number}", TextPool.Get(Encoding.UTF8.GetBytes($"name-{number}")));
    }
}
