using Anmin.Contracts.Identity;
using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Funeral.Handlers;

/// <summary>打开自己经办的案卷: who came in by a code on the 经办人's telephone needs no case number. An officer acting for them opens it under the officer's own name.</summary>
internal sealed class OpenMyCase(CaseFile file, ICurrentCitizen citizen) : IUseCase<OpenMyCase.Request, OpenMyCase.Reply>
{
    public sealed record Request(Guid CaseId);

    public sealed record Reply(Guid CaseId);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (await citizen.FindAsync(ct) is not { } me) return FuneralProblems.PassOver;
        var index = file.Db.BlindIndex(me.Phone.Normal);
        var found = await file.Db.AcrossScopes<DeathCase>("经办人凭手机验证码查看自己经办的案卷").AnyAsync(c => c.Id == request.CaseId && c.VoidedAt == null && !c.Unidentified && c.Handlers.Any(h => EF.Property<byte[]>(h, "PhoneIndex") == index), ct);
        if (!found) return KernelProblems.NotFound;
        file.Context.About(request.CaseId, me.By is { } by ? $"由{by.StaffName}代办，查看案卷" : "经办人用手机验证码查看案卷");
        return new Reply(request.CaseId);
    }
}
