using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Evidence;

/// <summary>登记死亡证明. A paper serves one case only; the unique index says so even to two windows at once.</summary>
internal sealed class AttachEvidence(CaseFile file, Reading reading) : IUseCase<AttachEvidence.Request, AttachEvidence.Reply>
{
    public sealed record Request(Guid CaseId, EvidenceKind Kind, string Number, string Issuer, string IssuedOn);

    public sealed record Reply(Guid EvidenceId, CaseStatus Status);

    public Permission Permission => FuneralPermissions.AttachEvidence;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var number = reading.Text(Anmin.Kernel.Personal.TypedText.Compact(request.Number ?? ""), nameof(request.Number), "证明编号", 40);
        var issuer = reading.Text(request.Issuer, nameof(request.Issuer), "开具单位", 100);
        var issuedOn = reading.Day(request.IssuedOn, nameof(request.IssuedOn), "开具日期");
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (!opened.AttachEvidence(request.Kind, number!, issuer!, issuedOn!.Value, file.Today, file.Zone, file.By, file.Now).Try(out var evidence, out problem)) return problem;
        if (opened.HasValidEvidence) file.Context.Announce(new DeathVerified(opened.Id));
        return new Reply(evidence.Id, opened.Status);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<AttachEvidence, Request, Reply>("/cases/evidence");
}
