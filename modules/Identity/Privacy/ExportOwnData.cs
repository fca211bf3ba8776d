using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Identity.Sessions;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.Privacy;

/// <summary>
/// 我的资料: what the system holds about the member of staff who asks, and nobody else: who they are here, their appointments, sign-ins, and
/// what they did. Of others it has record ids only. Takes no idempotency key: the answer must not be stored.
/// </summary>
internal sealed class ExportOwnData(AnminDb db, IStaffDirectory directory, CurrentActor current, TimeProvider clock) : IUseCase<ExportOwnData.Request, ExportOwnData.Reply>
{
    /// <summary>The newest; older deeds are in the audit, which the audit administrator reads out on request.</summary>
    public const int MostDeeds = 50_000;

    public sealed record Request : IHasReason
    {
        public string Reason => "下载本人资料";
    }

    public sealed record Person(string Id, string Name, string Post, string? Institution, string Division);

    public sealed record Holding(string Post, string Institution, DateOnly From, DateOnly? Until, string? InPlaceOf, string Reason, string MadeBy);

    public sealed record Entrance(DateTimeOffset BeganAt, DateTimeOffset LastSeenAt, DateTimeOffset? EndedAt, string? EndReason, string Methods, string Device);

    public sealed record Deed(DateTimeOffset At, string UseCase, string Permission, Guid? Record, string Result, string? Reason, string Device);

    public sealed record Reply(DateTimeOffset At, Person Me, IReadOnlyList<Holding> Appointments, IReadOnlyList<Entrance> SignIns, IReadOnlyList<Deed> Deeds);

    public Permission Permission => Permission.SignedIn;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var me = current.Actor.Id;
        if (directory.Find(me) is not { } card) return KernelProblems.NotFound;
        return new Reply(
            clock.GetUtcNow(),
            new(card.Id, card.Name, card.Post, card.InstitutionName, card.Division),
            await db.Set<Appointment>().AsNoTracking().Where(a => a.StaffId == me).OrderBy(a => a.From).Select(a => new Holding(a.PostId, a.Institution, a.From, a.Until, a.InPlaceOf, a.Reason, a.MadeBy)).ToListAsync(ct),
            await db.Set<Session>().AsNoTracking().Where(s => s.StaffId == me).OrderByDescending(s => s.BeganAt).Select(s => new Entrance(s.BeganAt, s.LastSeenAt, s.EndedAt, s.EndReason, s.Methods, s.Device)).ToListAsync(ct),
            await db.Set<AuditRow>().AsNoTracking().Where(a => a.ActorId == me).OrderByDescending(a => a.Id).Take(MostDeeds).Select(a => new Deed(a.At, a.UseCase, a.Permission, a.Subject, a.Result, a.Reason, a.Device)).ToListAsync(ct));
    }
}
