using Anmin.Kernel.Actors;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Notifications.Notices;

internal enum NoticeAudience
{
    /// <summary>全体工作人员.</summary>
    Staff,
    /// <summary>People of these divisions and below.</summary>
    Divisions,
    /// <summary>People of these institutions.</summary>
    Institutions,
    /// <summary>Everybody, on the public pages; staff see it too.</summary>
    Public,
}

/// <summary>公告: for whom, from when until when.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Title { get; set; }

    /// <summary>Markdown without HTML.</summary>
    public required string Body { get; set; }

    public required NoticeAudience Audience { get; set; }

    /// <summary>Codes of divisions or ids of institutions, parted by blanks.</summary>
    public string Targets { get; set; } = "";

    public required DateTimeOffset From { get; set; }

    public DateTimeOffset? Until { get; set; }

    public bool Pinned { get; set; }

    /// <summary>Who reads it must say so.</summary>
    public bool MustConfirm { get; set; }

    public required string Author { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public IEnumerable<string> TargetList => Targets.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool InForce(DateTimeOffset now) => WithdrawnAt is null && From <= now && (Until is null || Until > now);

    public bool IsFor(Actor actor) => Audience switch
    {
        NoticeAudience.Public => true,
        _ when !actor.IsSignedIn => false,
        NoticeAudience.Staff => true,
        NoticeAudience.Divisions => TargetList.Any(d => d == "0" || actor.Division.StartsWith(d, StringComparison.Ordinal)),
        _ => actor.Institution is { } own && TargetList.Contains(own),
    };

    public static void Map(ModelBuilder model)
    {
        model.Entity<Notice>(t =>
        {
            t.ToTable("notifications_notice", b => b.HasCheckConstraint("notifications_notice_period", "\"until\" is null or \"until\" > \"from\""));
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Body).HasMaxLength(20_000);
            t.Property(e => e.Targets).HasMaxLength(2000);
            t.HasIndex(e => e.From);
        });
        model.Entity<NoticeReading>(t =>
        {
            t.ToTable("notifications_notice_reading");
            t.HasKey(e => new { e.NoticeId, e.StaffId });
        });
    }
}

/// <summary>Somebody of the staff has opened a notice, and perhaps confirmed it.</summary>
internal sealed class NoticeReading
{
    public required Guid NoticeId { get; init; }

    public required string StaffId { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; set; }
}
