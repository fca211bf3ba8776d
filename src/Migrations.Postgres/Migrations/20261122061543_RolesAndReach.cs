using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RolesAndReach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "permissions",
                table: "identity_post");

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "identity_staff",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_staff",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "section",
                table: "identity_staff",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "active",
                table: "identity_post",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kinds",
                table: "identity_post",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_post",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "roles",
                table: "identity_post",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "active",
                table: "identity_institution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "local",
                table: "identity_institution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "opened_by",
                table: "funeral_case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "origin",
                table: "funeral_case",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "identity_appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    post_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    division = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    in_place_of = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    made_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_appointment", x => x.id);
                    table.CheckConstraint("identity_appointment_other", "in_place_of is null or (in_place_of <> staff_id and until is not null)");
                    table.CheckConstraint("identity_appointment_period", "until is null or until >= \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "identity_role",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reach = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    grants = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    local = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_role", x => x.id);
                    table.CheckConstraint("identity_role_kind", "kind in ('Business', 'System', 'Security', 'Audit')");
                });

            migrationBuilder.CreateTable(
                name: "identity_section",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    local = table.Column<bool>(type: "boolean", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_section", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "kernel_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kernel_assignment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "identity_appointment_once",
                table: "identity_appointment",
                columns: new[] { "staff_id", "post_id", "institution", "from" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_identity_appointment_staff_id_ended_at",
                table: "identity_appointment",
                columns: new[] { "staff_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "identity_section_name",
                table: "identity_section",
                columns: new[] { "institution", "name" },
                unique: true,
                filter: "active");

            migrationBuilder.CreateIndex(
                name: "IX_kernel_assignment_staff_ended_at",
                table: "kernel_assignment",
                columns: new[] { "staff", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "kernel_assignment_once",
                table: "kernel_assignment",
                columns: new[] { "subject", "staff" },
                unique: true,
                filter: "ended_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_appointment");

            migrationBuilder.DropTable(
                name: "identity_role");

            migrationBuilder.DropTable(
                name: "identity_section");

            migrationBuilder.DropTable(
                name: "kernel_assignment");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "section",
                table: "identity_staff");

            migrationBuilder.DropColumn(
                name: "active",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "kinds",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "roles",
                table: "identity_post");

            migrationBuilder.DropColumn(
                name: "active",
                table: "identity_institution");

            migrationBuilder.DropColumn(
                name: "local",
                table: "identity_institution");

            migrationBuilder.DropColumn(
                name: "opened_by",
                table: "funeral_case");

            migrationBuilder.DropColumn(
                name: "origin",
                table: "funeral_case");

            migrationBuilder.AddColumn<string>(
                name: "permissions",
                table: "identity_post",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");
        }
    }
}
