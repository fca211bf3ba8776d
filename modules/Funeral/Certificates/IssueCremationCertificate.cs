using Anmin.Contracts.Funeral;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Funeral.Certificates;

/// <summary>签发火化证明.</summary>
internal sealed class IssueCremationCertificate(CaseFile file) : IUseCase<IssueCremationCertificate.Request, IssueCremationCertificate.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(string Number);

    public Permission Permission => FuneralPermissions.IssueCertificate;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Cremation is null) return FuneralProblems.CremationNotFinished;
        if (!(await file.NumberAsync("cremation-certificate", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        var wasOpen = opened.IsOpen;
        if (!opened.IssueCertificate(number, file.By, file.Now).Try(out var certificate, out problem)) return problem;
        file.Context.Announce(new CertificateIssued(opened.Id, number, opened.Certificates.Find(c => c.SuccessorId == certificate.Id)?.Number));
        if (wasOpen && !opened.IsOpen) file.Context.Announce(new CaseClosed(opened.Id, "ashes"));
        return new Reply(number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<IssueCremationCertificate, Request, Reply>("/certificates");
}

/// <summary>补发: lost, or a fact was corrected. The old number ends and points to the new one.</summary>
internal sealed class ReissueCremationCertificate(CaseFile file, Reading reading) : IUseCase<ReissueCremationCertificate.Request, ReissueCremationCertificate.Reply>
{
    public sealed record Request(Guid CaseId, string Reason);

    public sealed record Reply(string Number, string Replaces);

    public Permission Permission => FuneralPermissions.ReissueCertificate;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "补发原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        if (opened.Certificates.Find(c => c.Status == CertificateStatus.Issued) is not { } current) return FuneralProblems.CertificateNone;
        if (!(await file.NumberAsync("cremation-certificate", opened.Institution, ct)).Try(out var number, out problem)) return problem;
        if (!opened.ReissueCertificate(number, reason!, file.By, file.Now).Try(out _, out problem)) return problem;
        file.Context.Announce(new CertificateIssued(opened.Id, number, current.Number));
        return new Reply(number, current.Number);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ReissueCremationCertificate, Request, Reply>("/certificates/reissue");
}

/// <summary>作废, by somebody other than who issued it.</summary>
internal sealed class VoidCremationCertificate(CaseFile file, Reading reading) : IUseCase<VoidCremationCertificate.Request, Done>
{
    public sealed record Request(Guid CaseId, string Reason);

    public Permission Permission => FuneralPermissions.VoidCertificate;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var reason = reading.Text(request.Reason, nameof(request.Reason), "作废原因", 200);
        if (reading.Problem is { } bad) return bad;
        if (!(await file.OpenAsync(request.CaseId, ct)).Try(out var opened, out var problem)) return problem;
        return opened.VoidCertificate(reason!, file.By, file.Now);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<VoidCremationCertificate, Request, Done>("/certificates/void");
}
