namespace HomelabPortal.Dns.Ownership;

/// <summary>In whose care a record is.</summary>
public enum RecordHolder
{
    /// <summary>An exposure or an entry of ours, and as we wrote it.</summary>
    Ours,

    /// <summary>Ours, but somebody changed it.</summary>
    Drifted,

    /// <summary>It stood there before and the owner put it into our care.</summary>
    Adopted,

    /// <summary>Our mark is on it, and nothing here knows of it.</summary>
    Orphan,

    /// <summary>It was ours, but somebody took our mark off it.</summary>
    Contended,

    OtherTool,

    /// <summary>Its comment or tags speak of Terraform or OpenTofu.</summary>
    Terraform,

    /// <summary>Made by another product of Cloudflare.</summary>
    ReadOnly,

    /// <summary>No tool claims it.</summary>
    Manual,
}
