using Anmin.Complaints.Filing;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Ui.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Complaints;

/// <summary>This module's places on the staff rail, each with how much waits there; a count stops at a hundred.</summary>
internal static class ComplaintsMenu
{
    public static readonly IReadOnlyList<MenuEntry> All =
    [
        new MenuEntry(76, ComplaintsPermissions.ReadComplaints, "/work/complaints", "投诉", "report").Counting((db, me) => db.Complaints.Where(c => (c.State == ComplaintState.Received || c.State == ComplaintState.Accepted) && c.Division == me.Division && c.About != me.Institution)),
        new MenuEntry(77, ComplaintsPermissions.GiveStatement, "/work/complaints/asked", "投诉说明", "report").Counting((db, me) => db.Statements.Where(s => s.GivenAt == null && s.Institution == me.Institution)),
    ];
}
