/* SPDX-License-Identifier: MIT */
/* What the store module offers to store.c. */
#include "core/store/module.h"

#include "core/store/git_store.h"

int git_library_begin(struct error *err)
{
	/* What `git worktree` and `git sparse-checkout` set; it does not
	 * change how objects and branches are written. */
	static const char *extensions[] = { "worktreeconfig" };
	int rc = git_libgit2_init();

	if (rc < 0)
		return git_fail(err, rc, "cannot start libgit2");
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions,
			 ARRAY_SIZE(extensions));
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 1);
	return 0;
}

void git_library_end(void)
{
	/* libgit2 does not free this list by itself. */
	git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, NULL, (size_t)0);
	git_libgit2_shutdown();
}

__attribute__((visibility("default")))
extern const struct store_module hecto_store_module;

const struct store_module hecto_store_module = {
	.abi = STORE_MODULE_ABI,
	.init = git_store_init,
	.open = git_store_open,
	.close = git_store_close,
	.begin = git_batch_begin,
	.put = git_batch_put,
	.remove = git_batch_remove,
	.commit = git_batch_commit,
	.abandon = git_batch_abandon,
	.acknowledge = git_acknowledge,
	.config_each = git_store_config_each,
	.config_edit = git_store_config_edit,
	.identity = git_store_identity,
	.file_days = git_store_file_days,
	.line_days = git_store_line_days,
	.verify = git_store_verify,
	.site_commit = git_site_commit,
	.remote_address = git_remote_address,
	.site_push = git_site_push,
};
