namespace HomelabPortal.Dns.Contents;

/// <summary>How Cloudflare's API takes what a record holds.</summary>
internal enum RecordWire
{
    /// <summary>As <c>content</c>.</summary>
    Content,

    /// <summary>As <c>content</c> in quotes, long texts in pieces of 255 bytes.</summary>
    QuotedContent,

    /// <summary>As <c>priority</c> and <c>content</c>.</summary>
    PriorityAndContent,

    /// <summary>As <c>data</c>; <c>content</c> is read-only then.</summary>
    Data,
}
